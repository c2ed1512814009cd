/// Kernel objects, capabilities, thread states: types and nothing else.
package ashlar.spec.state;

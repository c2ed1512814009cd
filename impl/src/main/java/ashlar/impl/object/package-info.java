/// The operations of CNodes, endpoints, notifications and threads.
package ashlar.impl.object;

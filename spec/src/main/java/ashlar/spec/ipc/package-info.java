/// Endpoints, notifications and message transfer.
package ashlar.spec.ipc;

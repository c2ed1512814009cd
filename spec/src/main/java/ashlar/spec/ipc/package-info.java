/// Endpoints, notifications, message transfer and answers.
package ashlar.spec.ipc;

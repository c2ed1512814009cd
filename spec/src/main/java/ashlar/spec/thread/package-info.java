/// Thread operations, priorities and the scheduler.
package ashlar.spec.thread;

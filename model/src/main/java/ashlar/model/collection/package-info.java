/// Persistent values that the engine knows as theories: maps, sets, queues without duplicates, options.
package ashlar.model.collection;

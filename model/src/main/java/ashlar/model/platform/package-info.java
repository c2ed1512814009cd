/// Constants of a board: memory map, interrupt numbers, page sizes.
package ashlar.model.platform;

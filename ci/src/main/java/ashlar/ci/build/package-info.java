/// The quick rebuild behind the launcher: after an edit, only what it touches is compiled, without Maven.
package ashlar.ci.build;

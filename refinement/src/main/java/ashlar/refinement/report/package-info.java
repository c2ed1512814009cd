/// Shows results to people: pictures of counterexamples, tables, the page for a browser.
package ashlar.refinement.report;

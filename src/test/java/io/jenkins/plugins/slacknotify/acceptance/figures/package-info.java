/** Figures of a real Jenkins for {@code docs/benchmarks.md}. Each is measured only where a property of its own asks for it. */
package io.jenkins.plugins.slacknotify.acceptance.figures;

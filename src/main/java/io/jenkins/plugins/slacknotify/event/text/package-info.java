/**
 * Text that comes from builds and people: truncated to a bounded size, matched by patterns, split into graphemes, parsed into
 * enum constants. It knows nothing of builds, and no other package of the plugin.
 */
package io.jenkins.plugins.slacknotify.event.text;

/** How a build speaks: the run listener, the step, the build step and the post-build action turn a run into an event. */
package io.jenkins.plugins.slacknotify.trigger;

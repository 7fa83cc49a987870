/** Acceptance tests of what jobs send: the pipeline step, the build step and the post-build action. */
package io.jenkins.plugins.slacknotify.acceptance.jobs;

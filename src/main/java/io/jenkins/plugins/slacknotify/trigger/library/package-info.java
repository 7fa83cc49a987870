/**
 * Pipelines that call a {@code slackNotify} of their own: a global variable of a shared library, or a method of the
 * Jenkinsfile. This package keeps them working beside the step, and tells administrators which jobs have one.
 *
 * <p>Must not know what the step does.
 */
package io.jenkins.plugins.slacknotify.trigger.library;

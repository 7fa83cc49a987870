/** Watches builds while they run: what they wait for, and how long they take. */
package io.jenkins.plugins.slacknotify.trigger.running;

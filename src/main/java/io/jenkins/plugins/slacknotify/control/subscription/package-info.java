/**
 * The subscriptions and mutes of this Jenkins: where they are kept, who may read what at this moment, who is told that one rests,
 * and the page for administrators.
 */
package io.jenkins.plugins.slacknotify.control.subscription;

/**
 * What people have done to builds by requests from Slack, as each build keeps it.
 *
 * <p>Must not know how a request came, nor what it does.
 */
package io.jenkins.plugins.slacknotify.lifecycle.act;

/**
 * The acts on builds that people have asked for in Slack, as each build keeps them.
 *
 * <p>Must not know how a request came, nor what it does.
 */
package io.jenkins.plugins.slacknotify.lifecycle.act;

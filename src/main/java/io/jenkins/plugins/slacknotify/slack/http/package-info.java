/**
 * HTTP as calls to Slack need it: a client that sends each request once at most, the way through a proxy, and readers
 * of what comes back.
 *
 * <p>The package knows OkHttp and Gson, and nothing else of the plugin. It must not know a method of Slack's Web API or
 * a token. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.slack.http;

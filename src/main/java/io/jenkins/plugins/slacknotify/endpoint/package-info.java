/**
 * The addresses of this Jenkins that people without a session call: the door by which Slack sends its requests.
 *
 * <p>It translates between servlets and {@code inbound.http}, and decides nothing. Knows {@code lifecycle}, which has the
 * transport; must not know the pages for administrators.
 */
package io.jenkins.plugins.slacknotify.endpoint;

/**
 * From bytes to requests: forms, JSON and envelopes are read leniently, for the fields that are needed.
 *
 * <p>A field that is missing or of another type counts as absent, and what is not known is an
 * {@link io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest}. The package must not know whether a request is
 * genuine or wanted. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.inbound.parsing;

/**
 * Rules: which destinations and people to notify of a build, and how. {@link io.jenkins.plugins.slacknotify.routing.Router}
 * evaluates the {@link io.jenkins.plugins.slacknotify.routing.Rule}s of a job, its folders and the system for one
 * {@link io.jenkins.plugins.slacknotify.event.BuildEvent}, and explains the decision of each.
 *
 * <p>It knows {@code event}, what Slack's ids look like, and nothing else: no Jenkins, no Slack API, no outbox, no files. A
 * {@link io.jenkins.plugins.slacknotify.routing.Destination} is an address; a
 * {@link io.jenkins.plugins.slacknotify.routing.DestinationProfile} is an address with its options; a
 * {@link io.jenkins.plugins.slacknotify.routing.Route} is what the rules made of it for one build.
 */
package io.jenkins.plugins.slacknotify.routing;

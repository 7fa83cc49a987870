/**
 * Reads what the graph of a pipeline says about its build: which stages did not end well and why, what stopped it, and which
 * builds it started.
 *
 * <p>The plugins of pipelines do not have to be there: an extension that needs one names a type of it in a method. The search
 * for failures knows the graph by {@code GraphNode} alone, so that it can be tried without Jenkins. Must not know how findings
 * become an event.
 */
package io.jenkins.plugins.slacknotify.trigger.pipeline;

/**
 * Turns a run into a build event, with its history, its failure streak, its people and the rules of its job.
 *
 * <p>Joins the rooms blame, findings and commits. Must not know who hands the event over.
 */
package io.jenkins.plugins.slacknotify.trigger.event;

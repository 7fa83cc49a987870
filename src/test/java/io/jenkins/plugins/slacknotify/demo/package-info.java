/**
 * The program of {@code ./demo}: a Slack sandbox, a Jenkins beside it, and builds that have something to tell. Without a Jenkins, the same
 * builds are played by the engine alone.
 */
package io.jenkins.plugins.slacknotify.demo;

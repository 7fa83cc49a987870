/**
 * What happened: immutable values that describe a build and how it stands against the builds before it. Nothing here
 * knows Jenkins, Slack, threads or files, so that every rule of this package can be tried by a plain unit test.
 */
package io.jenkins.plugins.slacknotify.event;

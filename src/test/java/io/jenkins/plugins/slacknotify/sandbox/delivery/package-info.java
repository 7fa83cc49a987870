/** The way of a request from the sandbox to an app, by signed HTTP or by Socket Mode, what can go wrong with it, and what comes back. */
package io.jenkins.plugins.slacknotify.sandbox.delivery;

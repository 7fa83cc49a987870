/** The apps of the sandbox: their secrets, the ways to them, and what a request lets them do: views and answers. */
package io.jenkins.plugins.slacknotify.sandbox.app;

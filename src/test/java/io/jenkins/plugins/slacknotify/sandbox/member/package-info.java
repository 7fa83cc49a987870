/** The acts of people in the sandbox, and what their apps are told of them. */
package io.jenkins.plugins.slacknotify.sandbox.member;

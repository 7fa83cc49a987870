/** What people do in the sandbox, and what their apps are told of it. */
package io.jenkins.plugins.slacknotify.sandbox.member;

/** What administrators and job authors set: the global page, job properties, and where tokens are found. */
package io.jenkins.plugins.slacknotify.config;

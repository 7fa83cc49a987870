/** Acceptance tests of pages for administrators, and the page objects that other tests share. */
package io.jenkins.plugins.slacknotify.acceptance.pages;

/**
 * The page Manage Jenkins » Slack: the frame of its tabs, and the tabs with settings. Other packages add tabs of their own.
 *
 * <p>Shows and changes what the package config keeps, and keeps nothing itself. Must not know admin, preview and the engine.
 */
package io.jenkins.plugins.slacknotify.page;

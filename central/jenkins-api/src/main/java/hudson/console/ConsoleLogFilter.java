package hudson.console;

public abstract class ConsoleLogFilter {}

package hudson.model;

public class Queue {
    private Queue() {}

    public interface Executable extends Runnable {}

    public interface Task {}
}

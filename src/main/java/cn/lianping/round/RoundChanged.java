package cn.lianping.round;

/**
 * A round was opened or came to another status; told in the transaction of the act.
 *
 * @param status as in {@link Round#status()}
 */
public record RoundChanged(String roundNo, String status) {}

namespace LineBot.Storage;

/// <summary>
/// A row that this node has been working on is another's by now, or has its outcome: this node was taken for dead. Thrown out of the
/// transaction, so that nothing of it is kept.
/// </summary>
public sealed class NotOursException() : Exception("Another node has taken this over.");

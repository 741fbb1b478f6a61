namespace Line.Messaging;

/// <summary>A message to send.</summary>
public abstract record Message;

/// <summary>An event of a webhook.</summary>
public abstract record WebhookEvent;

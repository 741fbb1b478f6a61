namespace LineBot;

/// <summary>A setting that nothing can be done with. The message names its key, what was found there and what is expected.</summary>
public sealed class SettingException(string message) : InvalidOperationException(message);

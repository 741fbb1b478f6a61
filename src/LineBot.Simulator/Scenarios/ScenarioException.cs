namespace LineBot.Simulator.Scenarios;

/// <summary>A scenario cannot be understood, or went otherwise than it says.</summary>
public sealed class ScenarioException(string message, Exception? inner = null) : Exception(message, inner);

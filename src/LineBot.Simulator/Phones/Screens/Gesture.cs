using System.Text.Json;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>One thing that a hand does on the page.</summary>
/// <param name="Do">What: <c>tap</c>, <c>send</c>, <c>menu</c> …</param>
/// <param name="Phone">On which phone; null for the bench beside them.</param>
/// <param name="Action">The action of what was tapped, in LINE's JSON.</param>
/// <param name="Value">What was typed, picked or chosen.</param>
internal sealed record Gesture(string Do, string? Phone = null, JsonElement Action = default, string? Value = null);

/// <summary>What the page has to do itself after a gesture.</summary>
/// <param name="Copied">Goes into the clipboard.</param>
internal sealed record GestureAnswer(string? Copied = null);

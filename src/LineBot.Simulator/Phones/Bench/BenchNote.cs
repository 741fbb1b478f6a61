namespace LineBot.Simulator.Phones.Bench;

/// <summary>What the strip has to say just now, such as that the service was killed.</summary>
public sealed class BenchNote
{
    /// <summary>In both languages; null for nothing.</summary>
    public (string Japanese, string English)? Now { get; private set; }

    public event EventHandler? Changed;

    public void Say(string japanese, string english)
    {
        Now = (japanese, english);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Clear()
    {
        Now = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

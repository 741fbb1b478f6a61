namespace LineBot.BrowserTests;

/// <summary>Takes the documentation's pictures. Runs only where a folder for them is named, for every run makes other files of the same pictures.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PicturesFactAttribute : FactAttribute
{
    public const string Folder = "LINEBOT_PICTURES";

    public PicturesFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Folder) is null or "")
            Skip = $"{Folder} names no folder to put the pictures in.";
    }
}

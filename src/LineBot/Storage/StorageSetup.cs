namespace LineBot.Storage;

public static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<StorageOptions>(builder.Configuration.GetSection(StorageOptions.Section));
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<ProbeStore>();
        builder.Services.AddHostedService<NodeWorker>();
    }
}

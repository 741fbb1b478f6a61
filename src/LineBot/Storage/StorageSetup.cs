using Microsoft.Extensions.Options;

namespace LineBot.Storage;

public static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<StorageOptions>(builder.Configuration.GetSection(StorageOptions.Section));
        builder.Services.AddSingleton(services => CopyStore.IsUnderWayIn(services.GetRequiredService<IOptions<StorageOptions>>().Value)
            ? throw new StoreHalfCopiedException()
            : ActivatorUtilities.CreateInstance<Database>(services));
        builder.Services.AddSingleton<ProbeStore>();
        builder.Services.AddHostedService<NodeWorker>();
    }
}

namespace LineBot.Outbox;

public static class OutboxSetup
{
    public static void AddOutbox(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OutboxOptions>().Bind(builder.Configuration.GetSection(OutboxOptions.Section));
        builder.Services.AddSingleton<OutboxStore>();
        builder.Services.AddSingleton<OutboxWriter>();
        builder.Services.AddSingleton<Carrier>();
        builder.Services.AddSingleton<MenuFigures>();
        builder.Services.AddSingleton<DeliveryFigures>();
        builder.Services.AddSingleton<PushQuota>();
        builder.Services.AddSingleton<SenderWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SenderWorker>());
    }
}

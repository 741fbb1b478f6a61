namespace LineBot.RichMenu;

public static class RichMenuSetup
{
    private static readonly string[] PlacesOfParts =
        ["LineBot.Handlers", "LineBot.Accounts", "LineBot.Data", "LineBot.Applications", "LineBot.Inquiries", "LineBot.Campaigns"];

    /// <summary>
    /// Finds the rooms: their handlers, replies and stores by the ends of their names, and what else each needs in its <see cref="IRoomSetup"/>.
    /// </summary>
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        var types = typeof(RichMenuSetup).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsGenericType: false }).ToList();
        var handlers = types.Where(type => IsIn(type, "LineBot.Handlers") && type.Name.EndsWith("Handler", StringComparison.Ordinal)).ToList();
        foreach (var type in types.Where(IsPart))
            builder.Services.AddSingleton(type);
        builder.Services.AddSingleton(services => new HandlerMap(handlers.Select(services.GetRequiredService)));
        builder.Services.AddSingleton<Router>();
        builder.Services.AddSingleton<PublishedMenus>();
        foreach (var setup in SetupsIn(types))
        {
            setup.Add(builder.Services, builder.Configuration);
            builder.Services.AddSingleton(setup);
        }
    }

    public static void MapRooms(this WebApplication app)
    {
        foreach (var setup in app.Services.GetServices<IRoomSetup>())
            setup.Map(app);
    }

    private static bool IsPart(Type type) =>
        PlacesOfParts.Any(place => IsIn(type, place))
        && (type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Replies", StringComparison.Ordinal)
            || type.Name.EndsWith("Store", StringComparison.Ordinal));

    private static bool IsIn(Type type, string space) =>
        type.Namespace is { } own && (own == space || own.StartsWith(space + ".", StringComparison.Ordinal));

    private static IEnumerable<IRoomSetup> SetupsIn(IEnumerable<Type> types) =>
        types.Where(type => type.IsAssignableTo(typeof(IRoomSetup)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IRoomSetup)Activator.CreateInstance(type)!);
}

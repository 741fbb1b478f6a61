using LineBot.Simulator;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Phones;

if (args is [ServiceMode.Argument])
    return await ServiceMode.RunAsync();

var builder = WebApplication.CreateBuilder(args);
// This machine only, whatever the surroundings say: whoever reaches the page can be any customer.
var address = new Uri($"http://127.0.0.1:{builder.Configuration.GetValue("Port", 5080)}");
builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

await using var simulation = new Simulation(address);
builder.Services.AddPhones(simulation);

await using var app = builder.Build();
simulation.Platform.Map(app);
app.MapPhones();
await app.StartAsync();
Console.WriteLine($"\n  LINE in a box: {address}\n");
await simulation.StartAsync(app.Services.GetRequiredService<ILoggerFactory>());
await app.WaitForShutdownAsync();
return 0;

/**
 * Titles, years and genres of 2464 films, the best known first: facts extracted by `extract-films.ts` from
 * `data/movies.json` of vega-datasets 3.2.1 (https://github.com/vega/vega-datasets, BSD-3-Clause; see NOTICE.md).
 * One film a line: title, year, genres, separated by tabs.
 */
export const FILMS = `
The Shawshank Redemption	1994	Drama|Period
The Dark Knight	2008	Action|Superhero
Pulp Fiction	1994	Drama
The Lord of the Rings: The Fellowship of the Ring	2001	Adventure|Fantasy
Fight Club	1999	Drama
The Matrix	1999	Action|Sci-Fi
The Lord of the Rings: The Return of the King	2003	Adventure|Fantasy
The Lord of the Rings: The Two Towers	2002	Adventure|Fantasy
Forrest Gump	1994	Drama|Period
American Beauty	1999	Drama
Gladiator	2000	Action|Period
Se7en	1995	Thriller
Schindler's List	1993	Drama|Biography
Memento	2001	Drama
Batman Begins	2005	Action|Superhero
Saving Private Ryan	1998	Drama|Period
The Usual Suspects	1995	Drama
The Departed	2006	Drama
Avatar	2009	Action|Sci-Fi
Sin City	2005	Action|Fantasy
The Silence of the Lambs	1991	Thriller
Raiders of the Lost Ark	1981	Adventure|Period
Titanic	1997	Thriller|Period
Braveheart	1995	Drama|Biography
The Sixth Sense	1999	Thriller
Terminator 2: Judgment Day	1991	Action|Sci-Fi
300	2007	Action|Period
Pirates of the Caribbean: The Curse of the Black Pearl	2003	Adventure|Fantasy
Kill Bill: Volume 1	2003	Action
Goodfellas	1990	Drama|Biography
American History X	1998	Drama
V for Vendetta	2006	Action|Sci-Fi
Eternal Sunshine of the Spotless Mind	2004	Comedy|Fantasy
Donnie Darko	2001	Drama|Fantasy
The Prestige	2006	Thriller|Period
Back to the Future	1985	Adventure|Sci-Fi
The Green Mile	1999	Drama|Fantasy
No Country for Old Men	2007	Action|Period
Transformers	2007	Action|Sci-Fi
Inception	2010	Thriller|Sci-Fi
Blade Runner	1982	Thriller|Sci-Fi
Requiem for a Dream	2000	Drama
Kill Bill: Volume 2	2004	Action
WALL-E	2008	Comedy|Children
Alien	1979	Horror|Sci-Fi
The Terminator	1984	Action|Sci-Fi
Inglourious Basterds	2009	Action|Period
The Big Lebowski	1998	Comedy
The Shining	1980	Horror|Fantasy
Slumdog Millionaire	2008	Drama
Iron Man	2008	Action|Superhero
Snatch	2000	Comedy|Crime
Apocalypse Now	1979	Action|Period
Casino Royale	1967	Comedy
Casino Royale	2006	Action
Indiana Jones and the Last Crusade	1989	Adventure|Period
Twelve Monkeys	1995	Drama|Sci-Fi
Casablanca	1942	Drama|Period
Spider-Man	2002	Adventure|Action|Superhero
Cidade de Deus	2003	Drama
L.A. Confidential	1997	Drama|Period
Fargo	1996	Thriller
Finding Nemo	2003	Adventure|Children
Shrek	2001	Adventure|Children
2001: A Space Odyssey	1968	Sci-Fi
The Incredibles	2004	Adventure|Action|Superhero
Children of Men	2006	Thriller|Sci-Fi
The Truman Show	1998	Drama
Taxi Driver	1976	Drama
El Laberinto del Fauno	2006	Horror|Period
I am Legend	2007	Horror|Sci-Fi
Scarface	1983	Drama|Period
District 9	2009	Thriller|Sci-Fi
Jurassic Park	1993	Action|Sci-Fi
Jurassic Park 3	2001	Action|Sci-Fi
Toy Story	1995	Adventure|Children
Little Miss Sunshine	2006	Comedy
Trainspotting	1996	Drama
Pirates of the Caribbean: Dead Man's Chest	2006	Adventure|Fantasy
Juno	2007	Comedy
Independence Day	1996	Adventure|Sci-Fi
The Matrix Reloaded	2003	Action|Sci-Fi
The Bourne Ultimatum	2007	Action
Spider-Man 2	2004	Adventure|Action|Superhero
Spider-Man 3	2007	Adventure|Action|Superhero
Million Dollar Baby	2004	Drama
Big Fish	2003	Drama|Fantasy
Ocean's Eleven	2001	Comedy
Jaws	1975	Horror
The Curious Case of Benjamin Button	2008	Drama|Fantasy
The Lion King	1994	Adventure|Children
Cloverfield	2008	Action|Sci-Fi
Minority Report	2002	Action|Sci-Fi
Indiana Jones and the Kingdom of the Crystal Skull	2008	Adventure|Period
Groundhog Day	1993	Comedy|Fantasy
Shaun of the Dead	2004	Comedy|Fantasy
The Pianist	2002	Drama|Biography
Superbad	2007	Comedy
Star Trek	2009	Adventure|Sci-Fi
Pirates of the Caribbean: At World's End	2007	Adventure|Fantasy
King Kong	2005	Adventure|Fantasy
Watchmen	2009	Action|Superhero
Harry Potter and the Sorcerer's Stone	2001	Adventure|Fantasy
Ratatouille	2007	Comedy|Fantasy
The Fifth Element	1997	Action|Sci-Fi
Lost in Translation	2003	Drama
Live Free or Die Hard	2007	Action
Hot Fuzz	2007	Comedy
Troy	2004	Action|Period
The Hangover	2009	Comedy
A Beautiful Mind	2001	Drama|Biography
The Princess Bride	1987	Adventure|Fantasy
The Matrix Revolutions	2003	Action|Sci-Fi
The Bourne Identity	2002	Action
Magnolia	1999	Drama
X-Men	2000	Action|Superhero
Harry Potter and the Chamber of Secrets	2002	Adventure|Fantasy
Men in Black	1997	Adventure|Sci-Fi
Mystic River	2003	Drama
Toy Story 2	1999	Adventure|Children
12 Angry Men	1957	Drama
Blood Diamond	2006	Action|Period
The Simpsons Movie	2007	Comedy
The Da Vinci Code	2006	Thriller
Brokeback Mountain	2005	Drama|Period
American Gangster	2007	Drama|Biography
Being John Malkovich	1999	Comedy|Crime|Fantasy
Gangs of New York	2002	Drama|Period
Saw	2004	Horror
X2	2003	Action|Superhero
Harry Potter and the Goblet of Fire	2005	Adventure|Fantasy
Signs	2002	Thriller|Sci-Fi
Batman	1989	Action|Superhero
Knocked Up	2007	Comedy|Romance
Indiana Jones and the Temple of Doom	1984	Adventure|Period
Up	2009	Adventure|Children
X-Men: The Last Stand	2006	Action|Superhero
Harry Potter and the Prisoner of Azkaban	2004	Adventure|Fantasy
Platoon	1986	Drama|Period
Casino	1995	Drama|Period
The Rock	1996	Action
Terminator 3: Rise of the Machines	2003	Action|Sci-Fi
Sleepy Hollow	1999	Horror|Period
Serenity	2005	Action|Sci-Fi
American Pie	1999	Comedy
Rain Man	1988	Comedy
The Last Samurai	2003	Action|Period
Shutter Island	2010	Thriller|Period
Collateral	2004	Action
ET: The Extra-Terrestrial	1982	Drama|Sci-Fi
Tropic Thunder	2008	Comedy
The Bourne Supremacy	2004	Action
Harry Potter and the Order of the Phoenix	2007	Adventure|Fantasy
28 Days Later...	2003	Horror|Sci-Fi
The Exorcist	1973	Horror
Mulholland Drive	2001	Drama
The Butterfly Effect	2004	Thriller|Sci-Fi
Cast Away	2000	Drama
The Wizard of Oz	1939	Musical|Fantasy
Superman Returns	2006	Adventure|Action|Superhero
Edward Scissorhands	1990	Comedy|Fantasy
Charlie and the Chocolate Factory	2005	Comedy|Children
Face/Off	1997	Action
Hancock	2008	Action|Superhero
Dogma	1999	Comedy
Into the Wild	2007	Drama
American Psycho	2000	Comedy|Crime|Period
Black Hawk Down	2001	Action|Biography
3:10 to Yuma	2007	Western|Period
Love Actually	2003	Comedy|Romance
In Bruges	2008	Comedy
Unbreakable	2000	Thriller|Action|Superhero
Amadeus	1984	Drama|Biography
The Fugitive	1993	Thriller
There's Something About Mary	1998	Comedy|Romance
Pearl Harbor	2001	Action|Biography
The Notebook	2004	Drama
Transformers: Revenge of the Fallen	2009	Action|Sci-Fi
The Mummy	1999	Adventure|Fantasy
Shrek 2	2004	Adventure|Children
Babel	2006	Drama
The 40 Year-old Virgin	2005	Comedy
Almost Famous	2000	Comedy|Biography
Eyes Wide Shut	1999	Drama
Quantum of Solace	2008	Action
The Wrestler	2008	Drama
Garden State	2004	Drama
Burn After Reading	2008	Comedy|Crime
Bruce Almighty	2003	Comedy|Fantasy
The Day After Tomorrow	2004	Adventure|Sci-Fi
As Good as it Gets	1997	Comedy|Romance
Hotel Rwanda	2004	Drama|Biography
The Illusionist	2006	Drama|Period
Artificial Intelligence: AI	2001	Drama|Sci-Fi
Sherlock Holmes	2009	Adventure|Period
Lucky Number Slevin	2006	Thriller
Stand by Me	1986	Drama|Period
Raging Bull	1980	Drama|Biography
Clerks	1994	Comedy
Ocean's Twelve	2004	Adventure
Dead Poets' Society	1989	Drama
The Village	2004	Thriller
Predator	1987	Action|Sci-Fi
The Deer Hunter	1979	Drama
Dumb & Dumber	1994	Comedy
Stardust	2007	Adventure|Fantasy
Vanilla Sky	2001	Thriller
The Blair Witch Project	1999	Horror
Apollo 13	1995	Drama|Biography
Die Hard: With a Vengeance	1995	Action
Back to the Future Part II	1989	Adventure|Sci-Fi
The Passion of the Christ	2004	Drama|Biography
Kick-Ass	2010	Action
Finding Neverland	2004	Drama|Period
Equilibrium	2002	Action|Sci-Fi
Inside Man	2006	Thriller
Mission: Impossible	1996	Action
Mission: Impossible 2	2000	Action
The Boondock Saints	2000	Action
The Untouchables	1987	Action|Biography
The Others	2001	Horror|Period
Traffic	2000	Drama
The Aviator	2004	Drama|Biography
Walk the Line	2005	Drama|Biography
Meet the Parents	2000	Comedy
Jackie Brown	1997	Drama
National Treasure	2004	Adventure
The Hurt Locker	2009	Drama
Starship Troopers	1997	Action|Sci-Fi
Kingdom of Heaven	2005	Adventure|Period
The Godfather: Part III	1990	Drama|Period
Grindhouse	2007	Horror|Fantasy
Chicago	2002	Musical|Period
The Island	1980	Adventure
The Island	2005	Action|Sci-Fi
Rambo	2008	Action
The Incredible Hulk	2008	Adventure|Action|Superhero
The Royal Tenenbaums	2001	Comedy|Crime
Apocalypto	2006	Adventure|Period
Training Day	2001	Drama
Zombieland	2009	Comedy|Fantasy
Fear and Loathing in Las Vegas	1998	Comedy|Biography
Batman & Robin	1997	Action|Superhero
Austin Powers: The Spy Who Shagged Me	1999	Comedy|Period
Office Space	1999	Comedy|Crime
True Lies	1994	Action
From Dusk Till Dawn	1996	Horror|Fantasy
Lord of War	2005	Action
Top Gun	1986	Action
The Terminal	2004	Drama|Biography
A History of Violence	2005	Drama
Die Hard 2	1990	Action
Munich	2005	Drama|Biography
X-Men Origins: Wolverine	2009	Action|Superhero
Lawrence of Arabia	1962	Adventure|Biography
Home Alone	1990	Comedy
Interview with the Vampire: The Vampire Chronicles	1994	Horror|Fantasy
Gone with the Wind	1939	Drama|Period
Constantine	2005	Action
Batman Returns	1992	Action|Superhero
Jerry Maguire	1996	Comedy|Romance
The Patriot	2000	Drama|Period
Anchorman: The Legend of Ron Burgundy	2004	Comedy|Period
The Pursuit of Happyness	2006	Drama|Biography
Shakespeare in Love	1998	Comedy|Romance|Period
21 Grams	2003	Drama
Back to the Future Part III	1990	Adventure|Sci-Fi
The Lost World: Jurassic Park	1997	Action|Sci-Fi
Bowling for Columbine	2002	Documentary
Ocean's Thirteen	2007	Adventure
The Italian Job	2003	Adventure
The Mist	2007	Horror|Sci-Fi
Brazil	1985	Comedy|Crime|Fantasy
Napoleon Dynamite	2004	Comedy
Saw II	2005	Horror
Mars Attacks!	1996	Comedy|Sci-Fi
Batman Forever	1995	Action|Superhero
Con Air	1997	Action
Ice Age	2002	Adventure|Children
Atonement	2007	Drama
Man on Fire	2004	Thriller
Das Leben der Anderen	2007	Drama|Period
Hannibal	2001	Horror
Sunshine	2007	Thriller|Sci-Fi
Austin Powers: International Man of Mystery	1997	Comedy
Fahrenheit 9/11	2004	Documentary
Stranger Than Fiction	2006	Comedy
C'era una volta il West	1969	Western|Period
Mission: Impossible III	2006	Action
Ed Wood	1994	Comedy|Biography
The Game	1997	Thriller
Dawn of the Dead	1979	Horror
Dawn of the Dead	2004	Horror|Sci-Fi
True Romance	1993	Thriller
Harry Potter and the Half-Blood Prince	2009	Adventure|Fantasy
Contact	1997	Drama|Sci-Fi
The Mask	1994	Comedy|Fantasy
1408	2007	Horror
Planet of the Apes	2001	Adventure|Sci-Fi
The Fountain	2006	Drama|Sci-Fi
The Happening	2008	Thriller|Sci-Fi
Disturbia	2007	Thriller
Fantastic Four	2005	Action|Superhero
Dances with Wolves	1990	Western|Period
Public Enemies	2009	Drama|Biography
Crank	2006	Action
Boogie Nights	1997	Drama|Period
Gattaca	1997	Drama|Sci-Fi
Hulk	2003	Action|Superhero
Total Recall	1990	Action|Sci-Fi
Blow	2001	Drama|Biography
Sideways	2004	Drama
High Fidelity	2000	Comedy
Meet the Fockers	2004	Comedy
28 Weeks Later	2007	Horror|Sci-Fi
Zoolander	2001	Comedy
Goldeneye	1995	Action
Jumper	2008	Adventure|Sci-Fi
Austin Powers in Goldmember	2002	Comedy|Sci-Fi
Aladdin	1992	Comedy|Fantasy
Phone Booth	2003	Thriller
Van Helsing	2004	Action|Period
The Insider	1999	Drama|Biography
Panic Room	2002	Thriller
Three Kings	1999	Action|Period
Scary Movie	2000	Comedy
Resident Evil	2002	Horror|Sci-Fi
The Mummy Returns	2001	Adventure|Fantasy
The Fast and the Furious	2001	Action
Liar Liar	1997	Comedy
Hellboy	2004	Action|Superhero
Die Another Day	2002	Action
Toy Story 3	2010	Adventure|Children
Adaptation	2002	Comedy
Night at the Museum	2006	Comedy|Fantasy
Cruel Intentions	1999	Drama
Cars	2006	Comedy|Children
American Pie 2	2001	Comedy
Enemy of the State	1998	Action
The Devil Wears Prada	2006	Comedy
Red Dragon	2002	Thriller
Notting Hill	1999	Comedy|Romance
Alien: Resurrection	1997	Action|Sci-Fi
Snakes on a Plane	2006	Thriller
Mononoke-hime	1999	Adventure|Fantasy
Match Point	2005	Thriller
Underworld	2003	Action
Silent Hill	2006	Horror
Donnie Brasco	1997	Drama|Biography
Annie Hall	1977	Comedy
Thank You For Smoking	2006	Comedy|Crime
Dodgeball: A True Underdog Story	2004	Comedy
Blade	1998	Action|Superhero
50 First Dates	2004	Comedy|Romance
Hostel	2006	Horror
Rocky Balboa	2006	Drama
Master and Commander: The Far Side of the World	2003	Adventure|Period
Mean Girls	2004	Comedy
Chasing Amy	1997	Comedy|Romance
Daredevil	2003	Action|Superhero
Ace Ventura: Pet Detective	1994	Comedy
A Few Good Men	1992	Drama
Alice in Wonderland	1951	Musical
Alice in Wonderland	2010	Adventure|Fantasy
The Talented Mr. Ripley	1999	Drama|Period
Ghost Rider	2007	Action|Superhero
The School of Rock	2003	Comedy
Cinderella Man	2005	Drama|Biography
AVP: Alien Vs. Predator	2004	Horror|Sci-Fi
Dark City	1998	Thriller|Fantasy
The Blues Brothers	1980	Musical
Seven Pounds	2008	Drama
Jay and Silent Bob Strike Back	2001	Comedy
Beowulf	2007	Adventure|Fantasy
Yes Man	2008	Comedy
Ten Things I Hate About You	1999	Comedy|Romance
Hellboy 2: The Golden Army	2008	Action|Superhero
Twister	1996	Action
The Hitchhiker's Guide to the Galaxy	2005	Comedy|Sci-Fi
Air Force One	1997	Action
Iron Man 2	2010	Adventure|Action|Superhero
Beetle Juice	1988	Comedy|Fantasy
Amores Perros	2001	Drama
The Thin Red Line	1998	Drama|Biography
21	2008	Thriller
Charlie's Angels	2000	Adventure
Saw III	2006	Horror
Pretty Woman	1990	Comedy|Romance
Jarhead	2005	Drama|Biography
Old School	2003	Comedy
Hook	1991	Adventure|Children
Grease	1978	Musical|Period
Angels & Demons	2009	Thriller
Enemy at the Gates	2001	Drama|Period
Shrek the Third	2007	Adventure|Children
JFK	1991	Drama|Biography
Alexander	2004	Adventure|Biography
Michael Clayton	2007	Drama
Godzilla	1998	Action|Sci-Fi
The World is Not Enough	1999	Action
The Number 23	2007	Thriller
Close Encounters of the Third Kind	1977	Adventure|Sci-Fi
25th Hour	2002	Drama
Team America: World Police	2004	Comedy
The Bridge on the River Kwai	1957	Drama
Ben-Hur	1925	Adventure
Ben-Hur	1959	Adventure
Bridget Jones's Diary	2001	Comedy|Romance
The Descent	2006	Thriller
Knowing	2009	Thriller
Bad Boys II	2003	Action
Swordfish	2001	Action
Identity	2003	Thriller
The Life Aquatic with Steve Zissou	2004	Comedy
Butch Cassidy and the Sundance Kid	1969	Western|Period
Ronin	1998	Action
The Assassination of Jesse James by the Coward Robert Ford	2007	Western|Biography
Smokin' Aces	2007	Comedy
Anger Management	2003	Comedy
Airplane!	1980	Comedy
Mrs. Doubtfire	1993	Comedy
Letters from Iwo Jima	2006	Drama|Period
A Bug's Life	1998	Adventure|Fantasy
Clerks II	2006	Comedy
Madagascar	2005	Adventure|Children
Glory	1989	Action|Biography
First Blood	1982	Action
Chocolat	2000	Drama|Period
Meet Joe Black	1998	Drama|Fantasy
Harold & Kumar Go to White Castle	2004	Comedy
8 Mile	2002	Drama
The Perfect Storm	2000	Drama|Biography
Enchanted	2007	Comedy|Romance|Fantasy
Zack and Miri Make a Porno	2008	Comedy
Army of Darkness	1993	Horror|Fantasy
Lara Croft: Tomb Raider	2001	Adventure
Moon	2009	Thriller|Sci-Fi
Rush Hour	1998	Action
Pitch Black	2000	Horror|Sci-Fi
The Hunt for Red October	1990	Thriller|Period
Lethal Weapon	1987	Action
Erin Brockovich	2000	Drama|Biography
Jumanji	1995	Adventure|Fantasy
What Women Want	2000	Comedy|Romance
The English Patient	1996	Drama|Period
Robin Hood: Prince of Thieves	1991	Adventure|Period
Once Upon a Time in Mexico	2003	Action
Valkyrie	2008	Thriller|Biography
Wild Wild West	1999	Adventure|Period
Deep Impact	1998	Adventure|Sci-Fi
Waterworld	1995	Action|Sci-Fi
Happy Gilmore	1996	Comedy
The Last King of Scotland	2006	Drama|Biography
Bad Boys	1995	Action
Body of Lies	2008	Thriller
Secret Window	2004	Thriller|Fantasy
About Schmidt	2002	Drama
Pi	1998	Thriller|Sci-Fi
Who Framed Roger Rabbit?	1988	Comedy|Fantasy
From Hell	2001	Thriller|Period
Paranormal Activity	2009	Horror
Philadelphia	1993	Drama
Syriana	2005	Thriller
Rushmore	1998	Comedy|Crime
King Arthur	2004	Adventure|Period
RoboCop	1987	Action|Sci-Fi
Analyze This	1999	Comedy
Mallrats	1995	Comedy
Resident Evil: Apocalypse	2004	Horror|Sci-Fi
xXx	2002	Action
Final Destination	2000	Horror|Fantasy
You've Got Mail	1998	Drama
Eurotrip	2004	Comedy
30 Days of Night	2007	Horror|Fantasy
Galaxy Quest	1999	Comedy|Sci-Fi
Spaceballs	1987	Comedy|Sci-Fi
Eagle Eye	2008	Thriller
American Wedding	2003	Comedy
Rush Hour 2	2001	Action
Blades of Glory	2007	Comedy
Miami Vice	2006	Action
Sleepers	1996	Drama|Biography
Vicky Cristina Barcelona	2008	Comedy
A Christmas Story	1983	Comedy|Period
Perfume: The Story of a Murderer	2006	Drama|Period
Lemony Snicket's A Series of Unfortunate Events	2004	Comedy|Children
Desperado	1995	Action
Home Alone 2: Lost in New York	1992	Comedy
Drag Me To Hell	2009	Horror|Fantasy
Ace Ventura: When Nature Calls	1995	Comedy
What's Eating Gilbert Grape	1993	Drama
Ghost	1990	Drama|Fantasy
The Cable Guy	1996	Comedy
Cold Mountain	2003	Drama|Period
The Abyss	1989	Action|Sci-Fi
The Transporter 2	2005	Action
The Transporter	2002	Action
Ice Age: The Meltdown	2006	Adventure|Fantasy
Gandhi	1982	Drama|Biography
Gandhi, My Father	2007	Drama|Biography
Spartacus	1960	Action|Biography
The Bank Job	2008	Thriller|Biography
The Constant Gardener	2005	Drama|Period
The League of Extraordinary Gentlemen	2003	Adventure|Action|Superhero
The Ninth Gate	2000	Thriller|Fantasy
The Punisher	2004	Action|Superhero
K-PAX	2001	Drama|Sci-Fi
Talladega Nights: The Ballad of Ricky Bobby	2006	Comedy
Remember the Titans	2000	Drama
Punch-Drunk Love	2002	Comedy
Resident Evil: Extinction	2007	Action|Sci-Fi
Man on the Moon	1999	Drama|Biography
The Chronicles of Riddick	2004	Adventure|Sci-Fi
Big	1988	Comedy|Fantasy
The Virgin Suicides	2000	Comedy|Crime
Epic Movie	2007	Comedy
Starsky & Hutch	2004	Comedy|Period
About a Boy	2002	Comedy|Romance
Underworld: Evolution	2006	Action|Fantasy
Any Given Sunday	1999	Drama
Chicken Run	2000	Adventure|Children
The Holiday	2006	Comedy|Romance
Scream 2	1997	Horror
Lethal Weapon 4	1998	Action
8MM	1999	Thriller
The Book of Eli	2010	Action|Sci-Fi
A Knight's Tale	2001	Adventure|Period
Max Payne	2008	Action
Lady in the Water	2006	Drama|Fantasy
Meet the Spartans	2008	Comedy|Period
The Kingdom	2007	Action
Cape Fear	1991	Thriller
Stargate	1994	Action|Sci-Fi
Goldfinger	1964	Action
G.I. Joe: The Rise of Cobra	2009	Action
The Reader	2008	Drama
The Bone Collector	1999	Thriller
Sex and the City	2008	Comedy
United 93	2006	Drama|Biography
Tomorrow Never Dies	1997	Action
The Chronicles of Narnia: Prince Caspian	2008	Adventure|Fantasy
My Big Fat Greek Wedding	2002	Comedy|Romance
The Negotiator	1998	Action
I Now Pronounce You Chuck and Larry	2007	Comedy
Revolutionary Road	2008	Drama|Period
Hard Candy	2006	Horror
Clash of the Titans	1981	Adventure|Fantasy
Blazing Saddles	1974	Comedy
What Lies Beneath	2000	Thriller
Across the Universe	2007	Musical|Period
Law Abiding Citizen	2009	Thriller
Before Sunset	2004	Drama
Rounders	1998	Drama
The Last of the Mohicans	1992	Action|Period
Flightplan	2005	Thriller
Star Trek: First Contact	1996	Adventure|Sci-Fi
Beverly Hills Cop	1984	Action
The Evil Dead	1983	Horror
Bad Santa	2003	Comedy
Spy Game	2001	Action
Saw IV	2007	Horror
Road Trip	2000	Comedy
Event Horizon	1997	Horror|Sci-Fi
The Hours	2002	Drama|Period
Evil Dead II	1987	Horror|Fantasy
Deep Blue Sea	1999	Action
2 Fast 2 Furious	2003	Action
Legally Blonde	2001	Comedy
Charlie's Angels: Full Throttle	2003	Action
Scary Movie 2	2001	Comedy
The Hills Have Eyes	2006	Horror
Tombstone	1993	Western|Biography
Eragon	2006	Adventure|Fantasy
The Brothers Grimm	2005	Adventure|Fantasy
End of Days	1999	Action|Fantasy
S.W.A.T.	2003	Action
The Waterboy	1998	Comedy
The Grudge	2004	Horror
Last Action Hero	1993	Action|Fantasy
Charlie Wilson's War	2007	Drama|Biography
Evan Almighty	2007	Comedy|Fantasy
Ghost World	2001	Comedy
The Whole Nine Yards	2000	Comedy
The Phantom of the Opera	2004	Musical|Period
Scary Movie 3	2003	Comedy
Good Night and Good Luck	2005	Drama|Biography
Flags of Our Fathers	2006	Drama|Period
The Score	2001	Thriller
We Were Soldiers	2002	Drama|Biography
Wayne's World	1992	Comedy
Red-Eye	2005	Thriller
Blade: Trinity	2004	Action|Superhero
Be Kind Rewind	2008	Comedy
The Expendables	2010	Action
Happy Feet	2006	Adventure|Children
Harold & Kumar Escape from Guantanamo Bay	2008	Comedy
Miss Congeniality	2000	Comedy
The Blind Side	2009	Drama|Biography
Gremlins	1984	Comedy|Fantasy
One Hour Photo	2002	Drama
Leaving Las Vegas	1995	Drama
Elf	2003	Comedy|Children
A Scanner Darkly	2006	Thriller|Sci-Fi
Sling Blade	1996	Drama
The Mummy: Tomb of the Dragon Emperor	2008	Adventure|Fantasy
Grosse Point Blank	1997	Comedy|Crime
Hairspray	2007	Musical|Period
Hollow Man	2000	Horror|Sci-Fi
Capote	2005	Drama|Biography
The Rocky Horror Picture Show	1975	Musical
16 Blocks	2006	Action
Bend it Like Beckham	2003	Drama
Sicko	2007	Documentary
The Full Monty	1997	Comedy
Highlander	1986	Action|Fantasy
Entrapment	1999	Thriller
Death Race	2008	Action|Sci-Fi
The Count of Monte Cristo	2002	Drama|Period
Kindergarten Cop	1990	Comedy
How the Grinch Stole Christmas	2000	Comedy|Children
Street Kings	2008	Thriller
Sky Captain and the World of Tomorrow	2004	Adventure|Sci-Fi
Wild Things	1998	Thriller
Rat Race	2001	Comedy
City of Angels	1998	Drama|Fantasy
Shark Tale	2004	Adventure|Children
Per un pugno di dollari	1967	Western|Period
Barry Lyndon	1975	Drama
Monster	2003	Drama|Biography
Monsters, Inc.	2001	Adventure|Children
Halloween	1978	Horror
Layer Cake	2005	Thriller
Legends of the Fall	1994	Drama|Period
Mr. Deeds	2002	Comedy
The Longest Yard	2005	Comedy
Lethal Weapon 3	1992	Action
Before Sunrise	1995	Drama
Evolution	2001	Comedy
Scary Movie 4	2006	Comedy
Doom	2005	Horror|Sci-Fi
Running Scared	2006	Action
Battlefield Earth: A Saga of the Year 3000	2000	Action|Sci-Fi
Rush Hour 3	2007	Action
The Ladykillers	2004	Comedy
Reign Over Me	2007	Drama|Period
Freddy vs. Jason	2003	Horror
The Texas Chainsaw Massacre	1974	Horror
The Texas Chainsaw Massacre	2003	Horror|Period
The Road	2009	Drama|Sci-Fi
Clueless	1995	Comedy
Four Weddings and a Funeral	1994	Comedy|Romance
Conan the Barbarian	1982	Action|Fantasy
The Iron Giant	1999	Adventure|Children
Carrie	1976	Horror
Memoirs of a Geisha	2005	Drama|Period
The Sum of All Fears	2002	Action
A Time to Kill	1996	Drama
Rambo: First Blood Part II	1985	Action
Ransom	1996	Action
Dune	1984	Action|Sci-Fi
Coraline	2009	Adventure|Children
Reign of Fire	2002	Action|Fantasy
Billy Elliot	2000	Drama
Four Brothers	2005	Drama
The Break Up	2006	Comedy|Romance
Along Came Polly	2004	Comedy|Romance
Out of Sight	1998	Drama
Scream 3	2000	Horror
The Interpreter	2005	Thriller
We Own the Night	2007	Drama
Wallace & Gromit: The Curse of the Were-Rabbit	2005	Adventure|Children
Snow White and the Seven Dwarfs	1937	Musical|Fantasy
Australia	2008	Drama|Period
A Walk to Remember	2002	Drama
Monster's Ball	2001	Drama
Funny People	2009	Comedy
Rescue Dawn	2007	Action|Period
The Mexican	2001	Action
The Thomas Crown Affair	1999	Drama
The Life of David Gale	2003	Thriller
Election	1999	Comedy|Crime
Antz	1998	Adventure|Children
Eraser	1996	Action
My Best Friend's Wedding	1997	Comedy
Brick	2006	Drama
Little Children	2006	Drama
The Cell	2000	Thriller|Sci-Fi
Surrogates	2009	Action|Sci-Fi
I Know What You Did Last Summer	1997	Horror
Pay it Forward	2000	Drama
Not Another Teen Movie	2001	Comedy
Gosford Park	2001	Comedy|Period
The Lake House	2006	Drama|Fantasy
The Manchurian Candidate	2004	Thriller|Period
Mad Max	1980	Action|Sci-Fi
The Forbidden Kingdom	2008	Action|Fantasy
Dancer in the Dark	2000	Musical
The Apartment	1960	Comedy|Romance
I Am Sam	2001	Drama
Frost/Nixon	2008	Drama|Biography
Intolerable Cruelty	2003	Comedy|Romance
The Running Man	1987	Action|Sci-Fi
Something's Gotta Give	2003	Comedy|Romance
The Straight Story	1999	Drama|Biography
Confessions of a Dangerous Mind	2002	Drama|Biography
Final Fantasy: The Spirits Within	2001	Adventure|Sci-Fi
The 13th Warrior	1999	Action|Fantasy
The Faculty	1998	Horror
Star Trek II: The Wrath of Khan	1982	Adventure|Sci-Fi
Danny the Dog	2005	Action
Wag the Dog	1997	Drama
The Devil's Rejects	2005	Horror
Arlington Road	1999	Thriller
Dr. No	1963	Action
Frequency	2000	Drama|Sci-Fi
Finding Forrester	2000	Drama
The Jacket	2005	Thriller|Fantasy
Poseidon	2006	Adventure
I Heart Huckabees	2004	Comedy
Shallow Hal	2001	Comedy|Romance
eXistenZ	1999	Thriller|Sci-Fi
Modern Times	1936	Comedy
Final Destination 2	2003	Horror|Fantasy
Conspiracy Theory	1997	Thriller
Paycheck	2003	Thriller|Sci-Fi
Babe	1995	Adventure
The Jackal	1997	Thriller
Two Weeks Notice	2002	Comedy|Romance
Wall Street	1987	Drama
Caddyshack	1980	Comedy
The X-Files: I Want to Believe	2008	Action|Sci-Fi
Rebecca	1940	Drama
Predator 2	1990	Action|Sci-Fi
The Weather Man	2005	Drama
The Black Dahlia	2006	Thriller|Period
Cop Land	1997	Drama
Little Nicky	2000	Comedy|Fantasy
The Strangers	2008	Thriller
Disaster Movie	2008	Comedy
The Queen	2006	Drama|Biography
Catwoman	2004	Action|Superhero
Righteous Kill	2008	Thriller
Robin Hood	2010	Action|Period
Escape from New York	1981	Action|Sci-Fi
Bridge to Terabithia	2007	Drama|Fantasy
Cliffhanger	1993	Action
Boys Don't Cry	1999	Drama|Biography
Once	2007	Drama
World Trade Center	2006	Drama|Biography
Four Rooms	1995	Comedy
Tears of the Sun	2003	Action
Mary Poppins	1964	Musical
Mulan	1998	Adventure|Biography
Dreamcatcher	2003	Drama|Sci-Fi
The Family Man	2000	Comedy
State of Play	2009	Thriller
Doomsday	2008	Action|Sci-Fi
How to Lose a Guy in 10 Days	2003	Comedy|Romance
Coyote Ugly	2000	Drama
Super Size Me	2004	Documentary
Elizabeth	1998	Drama|Biography
The Men Who Stare at Goats	2009	Comedy|Crime
Broken Arrow	1996	Action
The Taking of Pelham 123	2009	Action
A League of Their Own	1992	Comedy|Period
Bowfinger	1999	Comedy
The Imaginarium of Doctor Parnassus	2009	Adventure|Fantasy
Get Shorty	1995	Comedy
Crimson Tide	1995	Action
Mr. Smith Goes To Washington	1939	Drama
Ice Age: Dawn of the Dinosaurs	2009	Adventure|Fantasy
The New World	2005	Adventure|Period
Outbreak	1995	Thriller
Solaris	2002	Drama|Sci-Fi
The Conversation	1974	Thriller
Shaft	2000	Action
Lara Croft: Tomb Raider: The Cradle of Life	2003	Adventure
Braindead	1993	Horror
Poltergeist	1982	Horror|Fantasy
Speed Racer	2008	Action|Sci-Fi
13 Going On 30	2004	Comedy
Good Morning Vietnam	1987	Comedy|Period
The 6th Day	2000	Action|Sci-Fi
Behind Enemy Lines	2001	Action|Period
Domino	2005	Action|Biography
From Russia With Love	1964	Action
Cellular	2004	Thriller
U-571	2000	Action|Period
Bolt	2008	Comedy|Children
The Time Machine	2002	Adventure|Sci-Fi
Mission to Mars	2000	Adventure|Sci-Fi
Shanghai Noon	2000	Western|Period
The Exorcism of Emily Rose	2005	Thriller|Biography
Lars and the Real Girl	2007	Comedy
A Serious Man	2009	Comedy|Period
The Hudsucker Proxy	1994	Comedy
John Q	2002	Drama
Music and Lyrics	2007	Comedy|Romance
Final Destination 3	2006	Horror|Fantasy
The Nutty Professor	1996	Comedy|Children
The Hurricane	1999	Drama|Biography
Dead Man Walking	1995	Drama|Biography
House of Wax	2005	Horror
Born on the Fourth of July	1989	Drama|Biography
Be Cool	2005	Comedy
The Lovely Bones	2009	Drama|Fantasy
Serendipity	2001	Comedy|Romance
Marie Antoinette	2006	Drama|Biography
Date Movie	2006	Comedy
The Haunting	1999	Horror
Ali	2001	Drama|Biography
Elizabethtown	2005	Drama
Tootsie	1982	Comedy
Lost In Space	1998	Adventure|Sci-Fi
Wonder Boys	2000	Comedy
Rambo III	1988	Action
Hostel: Part II	2007	Horror
Thirteen	2003	Drama
Patch Adams	1998	Comedy
Sphere	1998	Horror|Sci-Fi
Nacho Libre	2006	Comedy
Fast Times at Ridgemont High	1982	Comedy
Horton Hears a Who	2008	Adventure|Fantasy
Sense and Sensibility	1995	Drama|Period
Saw V	2008	Horror
88 Minutes	2008	Thriller
The Wild Bunch	1969	Western|Period
Le Scaphandre et le Papillon	2007	Drama|Biography
Bringing Out The Dead	1999	Comedy|Crime
Seabiscuit	2003	Drama|Period
American Graffiti	1973	Comedy
Bedazzled	2000	Comedy
Speed II: Cruise Control	1997	Action
Hide and Seek	2005	Thriller
The Rundown	2003	Action
Sahara	2005	Adventure
Judge Dredd	1995	Action|Sci-Fi
Bandits	2001	Comedy
Where the Wild Things Are	2009	Adventure|Fantasy
Spanglish	2004	Comedy
Men of Honor	2000	Drama|Biography
Jeepers Creepers	2001	Horror
Bee Movie	2007	Comedy|Children
My Cousin Vinny	1992	Comedy
What Dreams May Come	1998	Drama|Fantasy
Witness	1985	Thriller
Maid in Manhattan	2002	Comedy|Romance
The Scorpion King	2002	Action|Fantasy
Bill & Ted's Excellent Adventure	1989	Comedy|Sci-Fi
Scoop	2006	Comedy|Romance
Bring it On	2000	Comedy
Boyz n the Hood	1991	Drama
Madagascar: Escape 2 Africa	2008	Comedy|Children
Space Cowboys	2000	Adventure|Sci-Fi
Fantasia	1940	Musical
Sweet Home Alabama	2002	Comedy
The A-Team	2010	Action
Tremors	1990	Action|Sci-Fi
The Skeleton Key	2005	Horror
House of Sand and Fog	2003	Drama
The Doors	1991	Drama|Biography
Beverly Hills Cop II	1987	Action
Clear and Present Danger	1994	Action
Mortal Kombat	1995	Action|Fantasy
Patriot Games	1992	Action
Super Troopers	2002	Comedy
Superman II	1981	Adventure|Action|Superhero
Just Like Heaven	2005	Comedy|Romance
Anaconda	1997	Horror
Pandorum	2009	Horror|Sci-Fi
Stigmata	1999	Horror
Snake Eyes	1998	Thriller
Space Jam	1996	Comedy|Children
Johnny English	2003	Comedy
Changing Lanes	2002	Thriller
Freaky Friday	2003	Comedy
A Simple Plan	1998	Drama
Gigli	2003	Comedy|Romance
Seven Years in Tibet	1997	Drama|Biography
Good Luck Chuck	2007	Comedy|Romance
Mr. Bean's Holiday	2007	Comedy
The Addams Family	1991	Comedy|Fantasy
Double Jeopardy	1999	Action
Bicentennial Man	1999	Drama|Sci-Fi
War	2007	Action
Hannibal Rising	2007	Thriller|Period
August Rush	2007	Drama|Fantasy
The Invasion	2007	Thriller|Sci-Fi
How to Train Your Dragon	2010	Comedy|Fantasy
The Polar Express	2004	Adventure|Children
Ultraviolet	2006	Action|Sci-Fi
She's All That	1999	Comedy|Romance
Runaway Bride	1999	Comedy|Romance
The Gift	2000	Thriller
Amistad	1997	Drama|Biography
The Pink Panther	2006	Comedy|Period
Star Trek: Nemesis	2002	Adventure|Sci-Fi
Cabin Fever	2003	Horror
The Ring Two	2005	Horror
Kingpin	1996	Comedy
The Long Kiss Goodnight	1996	Action
Daybreakers	2010	Thriller|Sci-Fi
Black Snake Moan	2007	Drama
My Fair Lady	1964	Musical|Period
Walk Hard: The Dewey Cox Story	2007	Comedy|Period
Dreamgirls	2006	Musical|Period
40 Days and 40 Nights	2002	Comedy|Romance
The Ugly Truth	2009	Comedy|Romance
Death Becomes Her	1992	Comedy|Fantasy
Doctor Zhivago	1965	Drama|Period
Frailty	2002	Thriller
The Ice Storm	1997	Drama|Period
In the Valley of Elah	2007	Drama|Biography
Jackass: The Movie	2002	Comedy
The Saint	1997	Action
The Core	2003	Action|Sci-Fi
Jersey Girl	2004	Comedy
Robots	2005	Adventure|Children
The Quick and the Dead	1995	Western|Period
Zwartboek	2007	Thriller|Period
Elektra	2005	Action|Superhero
Crocodile Dundee	1986	Comedy
Thunderball	1965	Action
Babylon A.D.	2008	Action|Sci-Fi
The Dukes of Hazzard	2005	Comedy
Showgirls	1995	Drama
The Color Purple	1985	Drama|Period
The Mothman Prophecies	2002	Thriller|Sci-Fi
Sex Drive	2008	Comedy
America's Sweethearts	2001	Comedy|Romance
Do the Right Thing	1989	Comedy
Tarzan	1999	Adventure|Period
Bewitched	2005	Comedy|Fantasy
Phenomenon	1996	Drama
The Kite Runner	2007	Drama
Friday the 13th	1980	Horror
Friday the 13th	2009	Horror|Fantasy
Gwoemul	2007	Action|Sci-Fi
Moonraker	1979	Action
Green Zone	2010	Drama|Period
A Stir of Echoes	1999	Thriller
The Stepford Wives	2004	Comedy
Pocahontas	1995	Adventure|Period
The Rules of Attraction	2002	Comedy|Crime
Push	2009	Thriller|Sci-Fi
Festen	1998	Comedy
Monsters vs. Aliens	2009	Adventure|Fantasy
Star Trek: Insurrection	1998	Adventure|Sci-Fi
The Flintstones	1994	Comedy|Period
She's the Man	2006	Comedy|Romance
Star Trek: Generations	1994	Adventure|Sci-Fi
Open Range	2003	Western|Period
Windtalkers	2002	Action|Period
Harsh Times	2006	Drama
The Painted Veil	2006	Drama|Period
Bridget Jones: The Edge Of Reason	2004	Comedy|Romance
Dragonheart	1996	Adventure|Fantasy
The Amityville Horror	2005	Horror|Period
Frida	2002	Drama|Biography
Star Trek IV: The Voyage Home	1986	Adventure|Sci-Fi
The Other Boleyn Girl	2008	Drama|Period
TMNT	2007	Action|Sci-Fi
Kids	1995	Drama
Casper	1995	Comedy|Fantasy
Slither	2006	Horror|Sci-Fi
Awake	2007	Thriller
Alone in the Dark	2005	Horror|Fantasy
Scooby-Doo	2002	Comedy|Children
White Chicks	2004	Comedy
Basic	2003	Thriller
That Thing You Do!	1996	Drama|Period
Ghost Ship	2002	Horror
Teenage Mutant Ninja Turtles	1990	Adventure|Fantasy
The Color of Money	1986	Drama
Dangerous Liaisons	1988	Drama|Period
How to Lose Friends & Alienate People	2008	Comedy
Die Unendliche Geschichte	1984	Adventure|Fantasy
In Good Company	2004	Comedy
Doctor Dolittle	1998	Comedy|Children
Night at the Museum: Battle of the Smithsonian	2009	Comedy|Fantasy
Lilo & Stitch	2002	Adventure|Children
15 Minutes	2001	Thriller
Blindness	2008	Thriller
Keeping the Faith	2000	Comedy|Romance
Star Trek: The Motion Picture	1979	Adventure|Sci-Fi
The Boat That Rocked	2009	Comedy|Period
Street Fighter	1994	Action
Deuce Bigalow: Male Gigolo	1999	Comedy
Days of Thunder	1990	Action
Dick Tracy	1990	Action|Superhero
Diamonds Are Forever	1971	Action
Romeo Must Die	2000	Action
Tango & Cash	1989	Action
Nochnoy dozor	2006	Action|Fantasy
It Happened One Night	1934	Comedy|Romance
The Matador	2005	Thriller
Freddy Got Fingered	2001	Comedy
The Spy Who Loved Me	1977	Action
Naked Gun 33 1/3: The Final Insult	1994	Comedy
Shanghai Knights	2003	Adventure|Period
Nikita	1991	Thriller
The Majestic	2001	Drama|Period
You Only Live Twice	1967	Action
Pride and Glory	2008	Drama
The Invention of Lying	2009	Comedy|Fantasy
The Prince of Egypt	1998	Adventure|Biography
License to Kill	1989	Action
Cool Runnings	1993	Comedy
The Omen	1976	Horror
The Omen	2006	Horror
Precious (Based on the Novel Push by Sapphire)	2009	Drama|Period
Best in Show	2000	Comedy
The Player	1992	Comedy|Crime
The Family Stone	2005	Comedy
Jackass: Number Two	2006	Comedy
The One	2001	Action|Sci-Fi
The Net	1995	Thriller|Sci-Fi
Collateral Damage	2002	Action
Vertical Limit	2000	Action
Cheaper by the Dozen	2003	Comedy
The Right Stuff	1983	Action|Biography
Mad Max Beyond Thunderdome	1985	Action|Sci-Fi
Jennifer's Body	2009	Thriller|Fantasy
The Last Emperor	1987	Drama|Biography
Edge of Darkness	2010	Drama
Midnight Run	1988	Action
Analyze That	2002	Comedy
The Postman	1997	Action|Sci-Fi
Live and Let Die	1973	Action
Nick and Norah's Infinite Playlist	2008	Drama
Unfaithful	2002	Drama
The Time Traveler's Wife	2009	Drama|Sci-Fi
G.I.Jane	1997	Drama
A View to a Kill	1985	Action
Journey to the Center of the Earth	2008	Adventure|Sci-Fi
Paul Blart: Mall Cop	2009	Comedy
The Ruins	2008	Horror
Orange County	2002	Comedy
The Living Daylights	1987	Action
American Splendor	2003	Drama
La marche de l'empereur	2005	Documentary
Open Water	2004	Thriller
Mona Lisa Smile	2003	Drama|Period
The Outsiders	1983	Drama|Period
Hidalgo	2004	Western|Period
Kate and Leopold	2001	Comedy|Romance|Fantasy
Thirteen Days	2000	Drama|Biography
The General's Daughter	1999	Drama
The Sentinel	2006	Thriller
Bound	1996	Thriller
Star Trek VI: The Undiscovered Country	1991	Action|Sci-Fi
Blue Streak	1999	Action
For Your Eyes Only	1981	Action
Coach Carter	2005	Drama
The Squid and the Whale	2005	Drama|Biography
Girl with a Pearl Earring	2003	Drama|Period
The Princess Diaries	2001	Comedy
Spy Kids	2001	Adventure|Children
Dante's Peak	1997	Drama
The Sweetest Thing	2002	Comedy|Romance
Assassins	1995	Action
Ladder 49	2004	Action
Mindhunters	2005	Thriller
The Emperor's New Groove	2000	Adventure|Children
Flatliners	1990	Thriller|Sci-Fi
I Still Know What You Did Last Summer	1998	Horror
Escape from L.A.	1996	Action|Sci-Fi
Bobby	2006	Drama|Biography
A Night at the Roxbury	1998	Comedy
Thirteen Ghosts	2001	Horror|Fantasy
Blast from the Past	1999	Comedy
Stuart Little	1999	Comedy|Children
Rendition	2007	Thriller
Stuck On You	2003	Comedy
Police Academy	1984	Comedy
Octopussy	1983	Action
On Her Majesty's Secret Service	1969	Action
A Good Year	2006	Drama
Bubba Ho-Tep	2003	Comedy|Fantasy
Proof of Life	2000	Action
Religulous	2008	Documentary
Year One	2009	Comedy|Period
I'm Not There	2007	Drama|Biography
Malcolm X	1992	Drama|Biography
Along Came a Spider	2001	Thriller
Boiler Room	2000	Drama
Jingle All the Way	1996	Comedy|Children
Date Night	2010	Comedy
Beavis and Butt-head Do America	1996	Comedy
The Ghost Writer	2010	Thriller
Into the Blue	2005	Adventure
An Education	2009	Drama|Biography
Appaloosa	2008	Western|Period
House on Haunted Hill	1999	Horror
Saved!	2004	Comedy
The American President	1995	Comedy|Romance
Time Bandits	1981	Adventure|Fantasy
Gremlins 2: The New Batch	1990	Comedy|Fantasy
The Pledge	2001	Drama
Rent	2005	Musical|Period
Wolf Creek	2005	Horror|Biography
The Pacifier	2005	Comedy
Driving Miss Daisy	1989	Drama|Period
Much Ado About Nothing	1993	Drama|Period
Traitor	2008	Thriller
Hellraiser	1987	Horror|Fantasy
Shine	1996	Drama|Biography
The Man with the Golden Gun	1974	Action
Death to Smoochy	2002	Comedy|Crime
Fatal Attraction	1987	Thriller
Murder by Numbers	2002	Thriller
K-19: The Widowmaker	2002	Action|Biography
Titan A.E.	2000	Adventure|Sci-Fi
The Station Agent	2003	Drama
Julie & Julia	2009	Comedy
Lions for Lambs	2007	Drama
Star Trek III: The Search for Spock	1984	Adventure|Sci-Fi
Predators	2010	Action
Hot Rod	2007	Comedy
Don't Say a Word	2001	Thriller
Showtime	2002	Comedy
Kiss of the Dragon	2001	Action
Wimbledon	2004	Comedy|Romance
The Legend of Bagger Vance	2000	Drama|Period
Bottle Rocket	1996	Adventure
Quarantine	2008	Horror
The Bridges of Madison County	1995	Drama|Period
Untraceable	2008	Thriller
Hudson Hawk	1991	Action
Species	1995	Action|Sci-Fi
Hercules	1997	Adventure|Period
Whale Rider	2003	Drama
The Remains of the Day	1993	Drama|Period
EDtv	1999	Comedy
Splash	1984	Comedy|Fantasy
Never Back Down	2008	Action
Step Up	2006	Drama
The Boy in the Striped Pyjamas	2008	Drama|Period
Stealth	2005	Action|Sci-Fi
Friday	1995	Comedy
The Last Castle	2001	Drama
The Replacements	2000	Comedy
The Peacemaker	1997	Action
Little Shop of Horrors	1986	Musical|Fantasy
Around the World in 80 Days	1956	Adventure
Around the World in 80 Days	2004	Adventure|Period
The Good Girl	2002	Comedy
Mercury Rising	1998	Thriller
The Avengers	1998	Action
Banlieue 13	2006	Action|Sci-Fi
Young Guns	1988	Western|Period
Spawn	1997	Action
Flushed Away	2006	Comedy|Children
The Devil's Own	1997	Thriller
Big Momma's House	2000	Comedy
Volcano	1997	Action
Never Say Never Again	1983	Action
Beverly Hills Cop III	1994	Action
The Crying Game	1992	Drama
The Legend of Zorro	2005	Adventure|Period
The Crazies	2010	Horror
The Craft	1996	Thriller|Fantasy
They Live	1988	Thriller|Sci-Fi
Red Planet	2000	Action|Sci-Fi
Surf's Up	2007	Adventure|Children
Heartbreakers	2001	Comedy
The Last Temptation of Christ	1988	Drama|Period
Kiss the Girls	1997	Thriller
Bangkok Dangerous	2008	Action
First Knight	1995	Drama|Period
Sky High	2005	Adventure|Action|Superhero
Sexy Beast	2001	Drama
Sweet November	2001	Drama
In the Bedroom	2001	Drama
Crash	1996	Drama
Crash	2005	Drama
Friday Night Lights	2004	Drama
Punisher: War Zone	2008	Action|Superhero
The Whole Ten Yards	2004	Comedy
Major League	1989	Comedy
Diary of the Dead	2008	Horror|Fantasy
Alfie	2004	Comedy
Legend	1986	Adventure|Fantasy
Monster House	2006	Adventure|Children
The Fan	1996	Thriller
Star Trek V: The Final Frontier	1989	Action|Sci-Fi
Small Soldiers	1998	Comedy|Children
Arachnophobia	1990	Thriller|Sci-Fi
Walking Tall	2004	Action
The Rainmaker	1997	Drama
Hoodwinked	2005	Comedy|Fantasy
Percy Jackson & the Olympians: The Lightning Thief	2010	Adventure|Fantasy
Rachel Getting Married	2008	Drama
Don Juan DeMarco	1995	Drama
Waitress	2007	Comedy|Romance
Conan the Destroyer	1984	Action|Fantasy
Save the Last Dance	2001	Drama
Nurse Betty	2000	Comedy|Crime
Step Up 2 the Streets	2008	Drama
Failure to Launch	2006	Comedy|Romance
The Final Destination	2009	Horror|Fantasy
Queen of the Damned	2002	Horror|Fantasy
The Astronaut's Wife	1999	Thriller|Sci-Fi
Far From Heaven	2002	Drama|Period
Practical Magic	1998	Comedy|Fantasy
The Texas Chainsaw Massacre: The Beginning	2006	Horror|Period
Bill & Ted's Bogus Journey	1991	Comedy|Fantasy
Southland Tales	2007	Musical
Absolute Power	1997	Thriller
BloodRayne	2006	Action|Fantasy
Kinsey	2004	Drama|Biography
3000 Miles to Graceland	2001	Drama
Videodrome	1983	Horror|Fantasy
Ninja Assassin	2009	Action
Daylight	1996	Action
The Karate Kid	2010	Adventure
Wolf	1994	Thriller|Fantasy
Swimming Pool	2003	Thriller
Legion	2010	Thriller|Fantasy
The Thirteenth Floor	1999	Thriller|Sci-Fi
Frankenstein	1994	Horror
Cloudy with a Chance of Meatballs	2009	Comedy|Children
The Reaping	2007	Horror|Fantasy
Garfield	2004	Comedy
Bloodsport	1988	Action
After the Sunset	2004	Action
Psycho	1998	Horror
Les Triplettes de Belleville	2003	Musical|Period
The Ghost and the Darkness	1996	Action|Biography
The World's Fastest Indian	2005	Drama|Biography
George Of The Jungle	1997	Comedy|Children
Courage Under Fire	1996	Drama|Period
El Mariachi	1993	Action
Dark Water	2005	Thriller|Fantasy
Out of Africa	1985	Drama|Period
Stripes	1981	Comedy
No Man's Land	2001	Drama|Period
Hart's War	2002	Drama|Period
XXX: State of the Union	2005	Action
Just Married	2003	Comedy|Romance
The Dead Zone	1983	Horror|Fantasy
The Hunchback of Notre Dame	1996	Adventure|Period
Can't Hardly Wait	1998	Comedy
Control	2007	Drama|Biography
2046	2005	Drama|Sci-Fi
Drillbit Taylor	2008	Comedy
Holes	2003	Drama
Lake Placid	1999	Thriller
The Tuxedo	2002	Action|Sci-Fi
Kung Pow: Enter the Fist	2002	Comedy
Transamerica	2005	Drama
Chinjeolhan geumjassi	2006	Thriller
Timeline	2003	Adventure|Sci-Fi
Life as a House	2001	Drama
The Client	1994	Drama
Pet Sematary	1989	Horror|Fantasy
Narc	2002	Thriller
Duplex	2003	Comedy
Alvin and the Chipmunks	2007	Comedy|Children
Urban Legend	1998	Horror
The Cooler	2003	Drama
The Missing	2003	Western|Period
Igby Goes Down	2002	Comedy
Secondhand Lions	2003	Drama|Period
Wicker Park	2004	Thriller
The House Bunny	2008	Comedy
Midnight in the Garden of Good and Evil	1997	Drama
The Hunted	2003	Action
Flubber	1997	Comedy|Children
Driven	2001	Action
Jaws 2	1978	Horror
Half Baked	1998	Comedy
In & Out	1997	Comedy
The Specialist	1994	Action
Saving Silverman	2001	Comedy
The Wedding Planner	2001	Comedy|Romance
The Spiderwick Chronicles	2008	Adventure|Fantasy
Hustle & Flow	2005	Drama
Joe Dirt	2001	Comedy
Proof	2005	Drama
The Animal	2001	Comedy
High School Musical 3: Senior Year	2008	Musical
Executive Decision	1996	Thriller
Flight of the Phoenix	2004	Adventure|Period
Dirty Pretty Things	2003	Drama
Lakeview Terrace	2008	Thriller
Stepmom	1998	Drama
Rules of Engagement	2000	Thriller
To Die For	1995	Comedy|Crime
Summer of Sam	1999	Drama|Period
Couples Retreat	2009	Comedy
Outlander	2009	Adventure|Sci-Fi
Deuce Bigalow: European Gigolo	2005	Comedy
Shadow of the Vampire	2000	Drama|Period
Eight Legged Freaks	2002	Comedy
Drumline	2002	Comedy
Get Rich or Die Tryin'	2005	Drama
Saw VI	2009	Horror
Superman III	1983	Adventure|Action|Superhero
Varsity Blues	1999	Drama
Freedom Writers	2007	Drama|Biography
I Spy	2002	Action
My Bloody Valentine	2009	Horror
Striptease	1996	Comedy
Spiceworld	1998	Comedy
Man cheng jin dai huang jin jia	2006	Action|Period
Jason X	2002	Horror
Congo	1995	Adventure
The Hills Have Eyes II	2007	Horror|Fantasy
28 Days	2000	Comedy
A Lot Like Love	2005	Comedy
Bad Company	2002	Action
Employee of the Month	2006	Comedy
You Got Served	2004	Drama
The Benchwarmers	2006	Comedy
The Santa Clause	1994	Comedy|Children
Buffalo '66	1998	Comedy
It's Complicated	2009	Comedy|Romance
The Covenant	2006	Thriller
Eight Below	2006	Adventure
The Longest Day	1962	Action|Biography
Loaded Weapon 1	1993	Comedy
My Own Private Idaho	1991	Comedy|Crime
Valentine's Day	2010	Comedy|Romance
From Justin to Kelly	2003	Musical
Star Wars: The Clone Wars	2008	Adventure|Sci-Fi
The Way of the Gun	2000	Action
Scott Pilgrim vs. The World	2010	Comedy
Primer	2004	Drama|Sci-Fi
She's Out of My League	2010	Comedy|Romance
Chicken Little	2005	Adventure|Children
A Nightmare On Elm Street 3: Dream Warriors	1987	Horror|Fantasy
Central do Brasil	1998	Drama
The Best Years of Our Lives	1946	Drama
The Shipping News	2001	Drama
The Eye	2008	Thriller|Fantasy
Super Mario Bros.	1993	Action|Fantasy
Tin Cup	1996	Comedy|Romance
Jack	1996	Drama
Crazy Heart	2009	Drama
Without a Paddle	2004	Comedy
Copycat	1995	Thriller
Me and You and Everyone We Know	2005	Drama
Bulletproof Monk	2003	Action|Fantasy
Confidence	2003	Drama
Nutty Professor II: The Klumps	2000	Comedy
Dungeons and Dragons	2000	Adventure|Fantasy
No Reservations	2007	Comedy|Romance
Cats & Dogs	2001	Comedy
Peter Pan	1953	Adventure|Fantasy
Peter Pan	2003	Adventure|Fantasy
A Bridge Too Far	1977	Action
Land of the Lost	2009	Comedy|Fantasy
Reindeer Games	2000	Action
Deconstructing Harry	1997	Comedy|Romance
Goal!	2006	Drama
Basic Instinct 2	2006	Thriller
Evita	1996	Musical|Biography
3 Men and a Baby	1987	Comedy
Blood Work	2002	Thriller
Fever Pitch	2005	Comedy
Femme Fatale	2002	Thriller
History of the World: Part I	1981	Comedy|Period
Mortal Kombat: Annihilation	1997	Action|Fantasy
DOA: Dead or Alive	2007	Action|Fantasy
Mickey Blue Eyes	1999	Comedy
The Last Airbender	2010	Adventure|Fantasy
Timecop	1994	Action|Sci-Fi
Cop Out	2010	Comedy
Little Women	1994	Drama|Period
Anastasia	1997	Musical
When a Stranger Calls	2006	Horror
North Country	2005	Drama|Biography
Everyone Says I Love You	1996	Musical
Hollywood Homicide	2003	Action
The Salton Sea	2002	Thriller
Les Choristes	2004	Drama|Period
Drop Dead Gorgeous	1999	Comedy
Hearts in Atlantis	2001	Drama|Fantasy
A Perfect Getaway	2009	Thriller
Monster-in-Law	2005	Comedy
Remember Me	2010	Drama
Remember Me, My Love	2004	Comedy
The Sweet Hereafter	1997	Drama
The Libertine	2005	Drama|Period
Antitrust	2001	Thriller
Bringing Down the House	2003	Comedy
The Princess and the Frog	2009	Adventure|Children
A Nightmare On Elm Street Part 2: Freddy's Revenge	1985	Horror|Fantasy
Child's Play	1988	Horror|Fantasy
Pushing Tin	1999	Comedy
Idle Hands	1999	Horror
Chariots of Fire	1981	Drama|Biography
Maria Full of Grace	2004	Drama
Baby Mama	2008	Comedy
Book of Shadows: Blair Witch 2	2000	Horror
The Fourth Kind	2009	Thriller|Period
Buffy the Vampire Slayer	1992	Horror|Fantasy
Howard the Duck	1986	Action|Sci-Fi
The Grudge 2	2006	Horror
The Age of Innocence	1993	Drama|Period
Jeepers Creepers II	2003	Horror|Fantasy
Gods and Monsters	1998	Drama|Period
Original Sin	2001	Thriller
Exorcist: The Beginning	2004	Horror|Period
The Curse of the Jade Scorpion	2001	Comedy
Hocus Pocus	1993	Comedy|Fantasy
Porky's	1982	Comedy|Period
The Horse Whisperer	1998	Drama
Chain Reaction	1996	Action
Rock Star	2001	Drama
Ravenous	1999	Horror|Period
Son of the Mask	2005	Comedy|Children
Guess Who	2005	Comedy
Bride Wars	2009	Comedy
The Fog	1980	Horror
The Fog	2005	Horror
Sabrina	1995	Comedy|Romance
High Plains Drifter	1972	Western|Period
L'auberge espagnole	2003	Comedy
Reno 911!: Miami	2007	Comedy
Envy	2004	Comedy
Small Time Crooks	2000	Comedy
Jaws 4: The Revenge	1987	Horror
Rob Roy	1995	Drama|Biography
Footloose	1984	Musical
Wyatt Earp	1994	Western|Biography
Orgazmo	1998	Comedy
Atlantis: The Lost Empire	2001	Adventure|Children
School for Scoundrels	2006	Comedy
Bulworth	1998	Comedy
The Mighty Ducks	1992	Comedy
Sleeper	1973	Comedy
Se jie	2007	Drama|Period
License to Wed	2007	Comedy|Romance
Instinct	1999	Drama
Pale Rider	1985	Western|Period
Primary Colors	1998	Comedy|Biography
The Unborn	2009	Horror|Fantasy
The Cat in the Hat	2003	Comedy|Fantasy
A Hard Day's Night	1964	Comedy
Ladyhawke	1985	Action|Fantasy
Made of Honor	2008	Comedy|Romance
Under Siege 2: Dark Territory	1995	Action
Lolita	1998	Drama|Period
Becoming Jane	2007	Comedy|Romance|Biography
Superman IV: The Quest for Peace	1987	Action|Superhero
American Dreamz	2006	Comedy|Crime
Detroit Rock City	1999	Comedy|Period
54	1998	Drama|Biography
The Game Plan	2007	Comedy
A Man Apart	2003	Action
Logan's Run	1976	Sci-Fi
Daddy Day Care	2003	Comedy
Mouse Hunt	1997	Comedy|Children
Away We Go	2009	Comedy
The Kid	2000	Comedy
City of Ember	2008	Adventure|Fantasy
A Cinderella Story	2004	Comedy|Romance
The Skulls	2000	Thriller
Flash Gordon	1980	Action|Sci-Fi
Roger & Me	1989	Documentary
Anna and the King	1999	Drama|Biography
Waiting for Guffman	1997	Comedy
Cradle 2 the Grave	2003	Horror
Dumb and Dumberer: When Harry Met Lloyd	2003	Comedy
Menace II Society	1993	Action
Hedwig and the Angry Inch	2001	Musical
Captain Corelli's Mandolin	2001	Drama|Period
Four Christmases	2008	Comedy
The First Wives Club	1996	Comedy
Youth in Revolt	2010	Comedy
My Best Friend's Girl	2008	Comedy
Lone Star	1996	Drama
Shattered Glass	2003	Drama|Biography
A Single Man	2009	Drama|Period
Le Violon rouge	1999	Drama|Period
Cat on a Hot Tin Roof	1958	Drama
The Great Debaters	2007	Drama|Biography
Exit Wounds	2001	Action
Leatherheads	2008	Comedy|Romance|Period
Henry V	1989	Action|Period
He Got Game	1998	Drama
Mean Creek	2004	Drama
The Golden Child	1986	Action|Fantasy
How High	2001	Comedy
High Crimes	2002	Thriller
Cursed	2005	Horror|Fantasy
Hard Rain	1998	Action
Secrets & Lies	1996	Drama
Les invasions barbares	2003	Drama
Harry Brown	2010	Thriller
Miss Congeniality 2: Armed and Fabulous	2005	Comedy
The River Wild	1994	Action
The Quiet American	2002	Drama|Period
Shortbus	2006	Comedy
The New Guy	2002	Comedy
You Can Count on Me	2000	Drama
Fiddler on the Roof	1971	Musical|Period
The Soloist	2009	Drama|Biography
A Civil Action	1998	Drama
Silverado	1985	Western|Period
Undercover Brother	2002	Comedy
Get Carter	2000	Drama
Herbie: Fully Loaded	2005	Comedy|Children
Bug	2007	Drama
The Big Hit	1998	Action
Inkheart	2009	Adventure|Fantasy
Dragonfly	2002	Drama|Fantasy
Road House	1989	Action
D-War	2007	Action|Fantasy
Dracula 2000	2000	Horror
Whip It	2009	Comedy
Brooklyn's Finest	2010	Thriller
The Merchant of Venice	2004	Drama|Period
The Land Before Time	1988	Adventure|Period
Money Train	1995	Action
Dinosaur	2000	Adventure|Children
Flyboys	2006	Drama|Biography
Tom yum goong	2006	Action
The Replacement Killers	1998	Action
Boogeyman	2005	Horror
Knight and Day	2010	Action
Inspector Gadget	1999	Comedy|Children
A Mighty Heart	2007	Drama|Biography
Godsend	2004	Thriller|Sci-Fi
My Sister's Keeper	2009	Drama
Rollerball	2002	Action|Sci-Fi
Gake no ue no Ponyo	2009	Adventure|Children
Emma	1996	Comedy|Romance|Period
Sex and the City 2	2010	Comedy
Glitter	2001	Musical
The Island of Dr. Moreau	1996	Adventure|Sci-Fi
Nixon	1995	Drama|Biography
White Oleander	2002	Drama
Stomp the Yard	2007	Drama
Bride of Chucky	1998	Horror|Fantasy
The Contender	2000	Drama
Stay Alive	2006	Horror
8 femmes	2002	Musical
The Return of the Living Dead	1985	Horror|Sci-Fi
For Love of the Game	1999	Drama
A Mighty Wind	2003	Comedy
In the Land of Women	2007	Comedy
An American Haunting	2006	Horror|Period
Buffalo Soldiers	2003	Comedy|Period
Must Love Dogs	2005	Comedy|Romance
Grown Ups	2010	Comedy
City by the Sea	2002	Drama
Welcome to the Dollhouse	1996	Comedy
Assault On Precinct 13	2005	Action
Friday the 13th Part 3	1982	Horror
Friday the 13th Part 2	1981	Horror
Nanny McPhee	2006	Comedy|Fantasy
Meet Dave	2008	Comedy|Sci-Fi
Just My Luck	2006	Comedy|Romance
Birthday Girl	2002	Comedy|Romance
1941	1979	Comedy|Period
A Nightmare on Elm Street 4: The Dream Master	1988	Horror|Fantasy
RoboCop 3	1993	Action|Sci-Fi
Where the Heart Is	2000	Drama
Antwone Fisher	2002	Drama|Biography
Boat Trip	2003	Comedy
The Wackness	2008	Comedy|Period
Rabbit-Proof Fence	2002	Drama|Period
The Four Feathers	2002	Drama|Period
Halloween: Resurrection	2002	Horror
Tsotsi	2006	Drama
The Marine	2006	Action
Police Academy 7: Mission to Moscow	1994	Comedy
Message in a Bottle	1999	Drama
Honey	2003	Drama
The Cave	2005	Horror|Sci-Fi
Anything Else	2003	Comedy|Romance
The Good German	2006	Drama|Period
Torque	2004	Action
Running With Scissors	2006	Comedy|Biography
Loser	2000	Comedy|Romance
Find Me Guilty	2006	Drama|Biography
Things to Do in Denver when You're Dead	1995	Comedy|Crime
Freddy's Dead: The Final Nightmare	1991	Horror|Fantasy
Darkness Falls	2003	Horror|Fantasy
Black Knight	2001	Comedy|Children
Teenage Mutant Ninja Turtles II: The Secret of the Ooze	1991	Adventure|Fantasy
Nine 1/2 Weeks	1986	Drama
Spy Hard	1996	Comedy
Halloween 3: Season of the Witch	1982	Horror
The Lawnmower Man	1992	Action|Sci-Fi
What a Girl Wants	2003	Comedy
A Nightmare on Elm Street	1984	Horror|Fantasy
A Nightmare on Elm Street	2010	Horror
What Just Happened	2008	Comedy
Creepshow	1982	Horror|Fantasy
Flashdance	1983	Drama
The Art of War	2000	Thriller
Deep Rising	1998	Action
Peggy Sue Got Married	1986	Comedy|Fantasy
The Princess Diaries 2: Royal Engagement	2004	Comedy|Romance
Repo Man	1984	Comedy|Sci-Fi
Bananas	1971	Comedy
Gridiron Gang	2006	Drama|Biography
Extract	2009	Comedy
Spy Kids 3-D: Game Over	2003	Adventure|Children
The Upside of Anger	2005	Drama
The Last Legion	2007	Action|Period
The Wedding Date	2005	Comedy|Romance
Halloween II	1981	Horror
Shrek Forever After	2010	Adventure|Children
Pieces of April	2003	Comedy
Rang De Basanti	2006	Drama
Love and Death	1975	Comedy
Thumbsucker	2005	Comedy
Bandidas	2006	Western|Period
crazy/beautiful	2001	Drama
Treasure Planet	2002	Adventure|Children
The War of the Worlds	2005	Action|Sci-Fi
Radio	2003	Drama|Biography
Twilight Zone: The Movie	1983	Horror|Fantasy
Feast	2006	Horror|Fantasy
Ella Enchanted	2004	Comedy|Fantasy
All the King's Men	2006	Drama|Period
Wonderland	2003	Drama|Biography
Multiplicity	1996	Comedy|Sci-Fi
Bright Lights, Big City	1988	Drama
Red Sonja	1985	Action|Fantasy
Riding in Cars with Boys	2001	Drama|Biography
The Rocker	2008	Comedy
Cheaper by the Dozen 2	2005	Comedy
Capitalism: A Love Story	2009	Documentary
Michael Collins	1996	Drama|Biography
An Unfinished Life	2005	Drama
Blue Crush	2002	Drama
Kickboxer	1989	Action
Fido	2007	Horror|Fantasy
Big Trouble	2002	Comedy
In the Cut	2003	Thriller
Junebug	2005	Drama
FearDotCom	2002	Horror
Valentine	2001	Horror
Simon Birch	1998	Drama
Big Momma's House 2	2006	Comedy
Monsoon Wedding	2002	Comedy
The Man Who Knew Too Little	1997	Comedy
Josie and the Pussycats	2001	Comedy
Gettysburg	1993	Drama
Barbershop	2002	Comedy
Three to Tango	1999	Comedy|Romance
Ballistic: Ecks vs. Sever	2002	Action
Random Hearts	1999	Drama
Angel Eyes	2001	Drama
Friends with Money	2006	Comedy
Halloween 4: The Return of Michael Myers	1988	Horror|Fantasy
Virtuosity	1995	Action|Sci-Fi
Bubble Boy	2001	Comedy
Knockaround Guys	2002	Drama
Serial Mom	1994	Comedy
Celebrity	1998	Comedy
Osmosis Jones	2001	Comedy|Children
My Boss's Daughter	2003	Comedy|Romance
Georgia Rule	2007	Drama
Super Babies: Baby Geniuses 2	2004	Comedy|Children
Dark Blue	2003	Drama
The Verdict	1982	Drama
The Muppet Christmas Carol	1992	Comedy
A Nightmare On Elm Street: The Dream Child	1989	Horror|Fantasy
Radio Days	1987	Comedy|Period
Brother	2001	Thriller
Barbarella	1968	Adventure|Sci-Fi
Domestic Disturbance	2001	Thriller
Tank Girl	1995	Action|Sci-Fi
Scooby-Doo 2: Monsters Unleashed	2004	Comedy|Children
Oliver Twist	2005	Drama|Period
The Story of Us	1999	Comedy|Romance
Bounce	2000	Drama
Trapped	2002	Thriller
The Glass House	2001	Thriller
Despicable Me	2010	Comedy
Raising Helen	2004	Comedy
The Astronaut Farmer	2007	Drama
Virus	1999	Action|Sci-Fi
Hollywood Ending	2002	Comedy|Romance
Dick	1999	Comedy|Period
The Chumscrubber	2005	Drama
Frozen River	2008	Drama
Double Impact	1991	Action
Black Christmas	2006	Horror
MirrorMask	2005	Drama|Fantasy
Nim's Island	2008	Adventure|Fantasy
Win a Date with Tad Hamilton!	2004	Comedy|Romance
Cutthroat Island	1995	Adventure|Period
Two Lovers	2009	Drama
The Adventures of Rocky & Bullwinkle	2000	Comedy|Children
The History Boys	2006	Comedy
Hang 'em High	1968	Western|Period
The Relic	1997	Horror|Sci-Fi
Kundun	1997	Drama|Biography
Blow Out	1981	Thriller
Miss Potter	2006	Drama|Biography
Universal Soldier II: The Return	1999	Action|Sci-Fi
The Lizzie McGuire Movie	2003	Comedy
Angela's Ashes	1999	Drama|Period
Next Friday	2000	Comedy
The Medallion	2003	Comedy|Fantasy
Friday the 13th Part VIII: Jason Takes Manhattan	1989	Horror|Fantasy
Night of the Living Dead	1968	Horror|Sci-Fi
Night of the Living Dead	1990	Horror|Fantasy
But I'm a Cheerleader	2000	Comedy
Someone Like You	2001	Comedy|Romance
The Alamo	1960	Western|Period
The Alamo	2004	Western|Biography
Agora	2010	Drama|Period
The Master of Disguise	2002	Comedy|Children
Whiteout	2009	Thriller
See No Evil	2006	Horror
Death Race 2000	1975	Sci-Fi
Take the Lead	2006	Drama|Biography
Kangaroo Jack	2003	Comedy|Children
Eye of the Beholder	2000	Thriller
Darkness	2004	Horror
Confessions of a Teenage Drama Queen	2004	Comedy
The End of the Affair	1999	Drama|Period
Babe: Pig in the City	1998	Adventure|Children
A Sound of Thunder	2005	Action|Sci-Fi
City Hall	1996	Drama
Seed of Chucky	2004	Horror
Big Fat Liar	2002	Comedy
Lucky You	2007	Drama|Period
Notorious	2009	Drama|Biography
Suspect Zero	2004	Thriller
Body Double	1984	Thriller
Made	2001	Comedy
The Namesake	2007	Drama
Sgt. Bilko	1996	Comedy
Marvin's Room	1996	Drama
Catch-22	1970	Comedy|Period
Pollock	2000	Drama|Biography
Planet 51	2009	Adventure|Sci-Fi
G-Force	2009	Adventure|Children
Mad City	1997	Drama
Code 46	2004	Sci-Fi
On Deadly Ground	1994	Action
Swimfan	2002	Drama
Beyond Borders	2003	Drama|Period
Anacondas: The Hunt for the Blood Orchid	2004	Horror
Return to Me	2000	Comedy|Romance
Stick It	2006	Comedy
The Prince & Me	2004	Comedy|Romance
Cirque du Freak: The Vampire's Assistant	2009	Action|Fantasy
Imagine Me & You	2006	Comedy|Romance
The Shadow	1994	Action|Superhero
Agent Cody Banks	2003	Comedy|Children
Tomcats	2001	Comedy
You Kill Me	2007	Comedy|Crime
Hoop Dreams	1994	Documentary
The Phantom	1996	Action|Superhero
Wing Commander	1999	Action|Sci-Fi
Bride & Prejudice	2005	Musical
Disturbing Behavior	1998	Thriller
The Man	2005	Comedy
Get Over It	2001	Comedy|Romance
Firefox	1982	Action|Sci-Fi
The Importance of Being Earnest	2002	Comedy|Period
Vanity Fair	2004	Drama|Period
Jawbreaker	1999	Comedy|Crime
Autumn in New York	2000	Drama
Sydney White	2007	Comedy
Medicine Man	1992	Drama
Halloween 2	2009	Horror|Fantasy
Stop-Loss	2008	Drama|Biography
Laws of Attraction	2004	Comedy|Romance
The Guru	2003	Comedy
The Adventures of Pluto Nash	2002	Comedy|Sci-Fi
The Big Bounce	2004	Comedy
Down to Earth	2001	Comedy|Fantasy
Mighty Joe Young	1998	Adventure|Sci-Fi
The Hoax	2007	Drama|Biography
Hope Floats	1998	Drama
Soul Plane	2004	Comedy
Christmas with the Kranks	2004	Comedy
The Order	2003	Thriller
Aquamarine	2006	Comedy|Fantasy
Oliver!	1968	Musical
The Sorcerer's Apprentice	2010	Adventure|Fantasy
Holy Man	1998	Comedy
My Stepmother Is an Alien	1988	Comedy|Sci-Fi
Teenage Mutant Ninja Turtles III	1993	Adventure|Fantasy
The Santa Clause 2	2002	Comedy|Children
Paparazzi	2004	Thriller
Baby Geniuses	1999	Comedy|Children
The Bachelor	1999	Comedy|Romance
My Dog Skip	2000	Drama|Children
Impostor	2002	Thriller|Sci-Fi
Hamlet 2	2008	Comedy
The Corruptor	1999	Action
Manderlay	2006	Drama|Period
Where the Truth Lies	2005	Drama
Friday the 13th Part VII: The New Blood	1988	Horror|Fantasy
12 Rounds	2009	Action
The Birth of a Nation	1915	Drama
The Great Raid	2005	Action|Period
The Road to El Dorado	2000	Adventure|Children
Mrs. Henderson Presents	2005	Comedy|Period
Somewhere in Time	1980	Drama|Fantasy
The Yards	2000	Drama
Veronica Guerin	2003	Drama|Biography
Taking Woodstock	2009	Drama|Biography
Chloe	2010	Thriller
The Boys from Brazil	1978	Thriller
Are We There Yet?	2005	Comedy|Romance|Children
Jason Goes to Hell: The Final Friday	1993	Horror|Fantasy
Factory Girl	2006	Drama|Biography
Child's Play 2	1990	Horror|Fantasy
200 Cigarettes	1999	Comedy|Romance
I Think I Love My Wife	2007	Comedy|Romance
Money Talks	1997	Action
Raise Your Voice	2004	Drama
Spirit: Stallion of the Cimarron	2002	Adventure|Children
Looney Tunes: Back in Action	2003	Comedy|Children
Gerry	2003	Drama
Love in the Time of Cholera	2007	Drama|Period
Halloween: The Curse of Michael Myers	1995	Horror
Miracle at St. Anna	2008	Drama|Period
Saving Grace	2000	Comedy
Memoirs of an Invisible Man	1992	Comedy|Sci-Fi
Anywhere But Here	1999	Drama
The Wild	2006	Adventure
The Object of my Affection	1998	Comedy|Romance
Zero Effect	1998	Comedy
Flirting with Disaster	1996	Comedy
Reds	1981	Drama|Period
Little Voice	1998	Musical
The Rookie	2002	Drama
Head of State	2003	Comedy
Snow Falling on Cedars	1999	Drama
The Night Listener	2006	Drama|Biography
Highlander: Endgame	2000	Action|Fantasy
Mystic Pizza	1988	Comedy
The Young Victoria	2009	Drama|Biography
Exotica	1994	Drama
Day of the Dead	1985	Horror
Day of the Dead	2008	Horror|Fantasy
White Squall	1996	Adventure|Biography
East is East	2000	Comedy
Moonlight Mile	2002	Drama
The Kentucky Fried Movie	1977	Comedy
Baby's Day Out	1994	Comedy
Kissing Jessica Stein	2002	Comedy|Romance
Akeelah and the Bee	2006	Drama
Monkeybone	2001	Comedy|Fantasy
Vampire in Brooklyn	1995	Horror|Fantasy
The Emperor's Club	2002	Drama|Period
She's the One	1996	Comedy|Romance
Malibu's Most Wanted	2003	Comedy
A Guy Thing	2003	Comedy|Romance
Flawless	1999	Drama
An Ideal Husband	1999	Comedy|Period
The Oxford Murders	2010	Thriller
Last Holiday	2006	Comedy
Extreme Measures	1996	Drama
Charlotte's Web	2006	Drama|Fantasy
Beyond the Sea	2004	Drama|Biography
Selena	1997	Drama|Biography
Serving Sara	2002	Comedy|Romance
Center Stage	2000	Drama
The Dangerous Lives of Altar Boys	2002	Drama
Kurtlar vadisi - Irak	2006	Action
Basquiat	1996	Drama|Biography
Slackers	2002	Comedy
Sinbad: Legend of the Seven Seas	2003	Adventure|Children
Thinner	1996	Horror|Fantasy
The Greatest Game Ever Played	2005	Drama|Biography
Cleopatra	1963	Drama|Biography
Chasing Liberty	2004	Comedy|Romance
Exorcist II: The Heretic	1977	Horror
We're No Angels	1989	Comedy
The Musketeer	2001	Adventure|Period
The Black Hole	1979	Sci-Fi
Diner	1982	Comedy|Period
Salvador	1986	Drama
For Your Consideration	2006	Comedy
Boys and Girls	2000	Comedy|Romance
The Ant Bully	2006	Adventure|Children
Bless the Child	2000	Thriller|Fantasy
Highlander III: The Sorcerer	1995	Action|Fantasy
The Apostle	1997	Drama
The Bad News Bears	2005	Comedy
Say It Isn't So	2001	Comedy
Jane Austen's Mafia	1998	Comedy
The Texas Chainsaw Massacre 2	1986	Horror
Willard	2003	Horror
Shadowlands	1993	Drama|Biography
The Quiet	2006	Drama
Escape from the Planet of the Apes	1971	Sci-Fi
Swept Away	2002	Comedy|Romance
Renaissance Man	1994	Comedy
It's All Gone Pete Tong	2005	Drama|Biography
Arthur et les Minimoys	2006	Adventure|Fantasy
Little Black Book	2004	Comedy|Romance
Urban Legends: Final Cut	2000	Horror
Drowning Mona	2000	Comedy
In the Company of Men	1997	Drama
The Informers	2009	Thriller|Period
Saints and Soldiers	2004	Drama|Biography
Cecil B. Demented	2000	Comedy|Crime
Snow Dogs	2002	Comedy|Children
The Damned United	2009	Drama|Biography
Larry the Cable Guy: Health Inspector	2006	Comedy
Stuart Little 2	2002	Comedy|Children
Return to Oz	1985	Adventure|Fantasy
Crossover	2006	Drama
The Brown Bunny	2004	Drama
The Tale of Despereaux	2008	Adventure|Children
Gods and Generals	2003	Drama|Period
The Banger Sisters	2002	Comedy
Zoom	2006	Adventure|Action|Superhero
American Outlaws	2001	Western|Period
Les Visiteurs	1996	Comedy|Fantasy
Sorority Boys	2002	Comedy
Young Sherlock Holmes	1985	Adventure|Period
Smilla's Sense of Snow	1997	Thriller
The Perfect Man	2005	Comedy|Romance
My Summer of Love	2005	Drama|Period
Auto Focus	2002	Drama|Biography
The Rage: Carrie 2	1999	Horror
The Glimmer Man	1996	Action
The Last Song	2010	Drama
A Home at the End of the World	2004	Drama|Period
Valiant	2005	Adventure|Children
Latter Days	2004	Drama
Out Cold	2001	Comedy
102 Dalmatians	2000	Comedy|Children
In Dreams	1999	Horror
Bienvenue chez les Ch'tis	2008	Comedy
The Dead Girl	2006	Thriller
Dead Man on Campus	1998	Comedy|Crime
Ice Princess	2005	Comedy
Sorority Row	2009	Horror
Down to You	2000	Comedy|Romance
Crocodile Dundee in Los Angeles	2001	Adventure
The Secret Life of Bees	2008	Drama|Period
Being Julia	2004	Drama|Period
Maximum Risk	1996	Action
Fortress	1993	Action|Sci-Fi
Harley Davidson and the Marlboro Man	1991	Action|Sci-Fi
The Back-up Plan	2010	Comedy|Romance
Drive Me Crazy	1999	Comedy
PCU	1994	Comedy
Undead	2005	Horror
Dickie Roberts: Former Child Star	2003	Comedy
The Cotton Club	1984	Drama|Period
Jack Frost	1998	Comedy|Fantasy
Simply Irresistible	1999	Comedy|Romance
Just Visiting	2001	Comedy|Fantasy
Infamous	2006	Drama|Biography
Half Past Dead	2002	Action
Welcome to Mooseport	2004	Comedy
New York Stories	1989	Drama
Stealing Harvard	2002	Comedy
At First Sight	1999	Drama
Mary Reilly	1996	Drama|Period
Summer Catch	2001	Comedy
First Daughter	2004	Comedy|Romance
Undisputed	2002	Drama
The Prince of Tides	1991	Drama
Daddy Day Camp	2007	Comedy
Cat People	1942	Drama|Fantasy
Possession	2002	Drama
Ararat	2002	Drama
Nowhere to Run	1993	Action
Friday After Next	2002	Comedy
Corky Romano	2001	Comedy
The Deep End	2001	Thriller
What's the Worst That Could Happen?	2001	Comedy
Coco avant Chanel	2009	Drama|Biography
D.E.B.S.	2005	Action
Full Frontal	2002	Comedy
Bacheha-Ye aseman	1999	Comedy
Father's Day	1997	Comedy
Lost Souls	2000	Thriller
Tuck Everlasting	2002	Drama|Children
Jakob the Liar	1999	Drama|Period
Death at a Funeral	2010	Comedy
Death at a Funeral	2007	Comedy
Richard III	1995	Drama|Period
Igor	2008	Comedy|Children
Head Over Heels	2001	Comedy|Romance
Bella	2007	Drama
The Sisterhood of the Traveling Pants 2	2008	Adventure
The Ladies Man	2000	Comedy
They	2002	Horror
Alex & Emma	2003	Drama
Romeo Is Bleeding	1994	Drama
Taps	1981	Drama
All the Pretty Horses	2000	Western|Period
The Muse	1999	Comedy
College	2008	Comedy
The Juror	1996	Thriller
Tales from the Crypt: Demon Knight	1995	Horror|Fantasy
Clockstoppers	2002	Adventure|Sci-Fi
Silver Bullet	1985	Horror|Fantasy
Sherrybaby	2006	Drama
My Fellow Americans	1996	Comedy
Phat Girlz	2006	Comedy|Romance
The Out-of-Towners	1999	Comedy
Mumford	1999	Comedy
Anatomie	2000	Horror
The Stepfather	2009	Thriller
Arn - Tempelriddaren	2007	Action|Period
Silent Movie	1976	Comedy
Novocaine	2001	Comedy
Topsy Turvy	1999	Musical|Biography
Radio Flyer	1992	Drama|Period
Mr. 3000	2004	Comedy
La Guerre du feu	1982	Adventure|Period
Thirteen Conversations About One Thing	2002	Drama
Pootie Tang	2001	Comedy
The Scarlet Letter	1995	Drama|Period
Cradle Will Rock	1999	Drama|Biography
The Shaggy Dog	2006	Comedy|Fantasy
Love Happens	2009	Drama
The Next Best Thing	2000	Drama
The Wolf Man	2010	Horror|Fantasy
Hanging Up	2000	Comedy
Battle for the Planet of the Apes	1973	Sci-Fi
Ishtar	1987	Comedy
De-Lovely	2004	Drama|Period
Imaginary Heroes	2004	Drama
The Mirror Has Two Faces	1996	Comedy|Romance
The Brothers Solomon	2007	Comedy
Play it to the Bone	1999	Comedy
Get Real	1999	Comedy
Quigley Down Under	1990	Western|Period
An American Carol	2008	Comedy|Fantasy
Moby Dick	1956	Adventure|Period
Better Luck Tomorrow	2003	Drama
Catch a Fire	2006	Thriller|Biography
Bamboozled	2000	Drama
Bright Star	2010	Drama|Biography
Muppets From Space	1999	Comedy|Children
Force 10 from Navarone	1978	Action
Creepshow 2	1987	Horror|Fantasy
Luther	2003	Drama|Period
Subway	1985	Drama
Knock Off	1998	Action
Love and Basketball	2000	Drama|Period
Slums of Beverly Hills	1998	Comedy|Biography
The Deep End of the Ocean	1999	Drama
The Lost City	2006	Drama|Period
Owning Mahowny	2003	Drama|Biography
Redacted	2007	Drama|Biography
The Beastmaster	1982	Action|Fantasy
Wu ji	2006	Action|Fantasy
Lifeforce	1985	Horror|Sci-Fi
Welcome Home Roscoe Jenkins	2008	Comedy
Murderball	2005	Documentary
Talk Radio	1988	Drama
Nighthawks	1981	Action
White Noise 2: The Light	2008	Horror|Fantasy
All the Real Girls	2003	Drama
The Adventures of Sharkboy and Lavagirl in 3-D	2005	Adventure|Children
The Girl Next Door	2004	Comedy|Romance
One True Thing	1998	Drama
Dear Wendy	2005	Drama
Bats	1999	Horror|Sci-Fi
Diary of a Mad Black Woman	2005	Drama
The Jungle Book	1994	Adventure|Period
Joheunnom nabbeunnom isanghannom	2010	Action|Period
The House of the Dead	2003	Horror
Karakter	1998	Drama|Period
The Women	2008	Comedy
Fireproof	2008	Drama
The Flintstones in Viva Rock Vegas	2000	Comedy|Children
The Dark Half	1993	Horror|Fantasy
ATL	2006	Comedy
Beauty Shop	2005	Comedy
Madea Goes To Jail	2009	Comedy
Lucky Numbers	2000	Comedy
Tea with Mussolini	1999	Drama|Biography
Amen	2003	Drama
Thunderbirds	2004	Adventure|Sci-Fi
Curious George	2006	Comedy
Poltergeist III	1988	Horror|Fantasy
Jimmy Neutron: Boy Genius	2001	Adventure|Children
Chill Factor	1999	Action
Madea's Family Reunion	2006	Comedy
Romance and Cigarettes	2007	Comedy
Abandon	2002	Thriller
Duets	2000	Drama
Joe Somebody	2001	Comedy
What Planet Are You From?	2000	Comedy
How to Deal	2003	Drama
Jade	1995	Thriller
Code Name: The Cleaner	2007	Comedy
Ghosts of Mississippi	1996	Drama|Biography
Astro Boy	2009	Adventure|Action|Superhero
Trust the Man	2006	Comedy
Sommersturm	2006	Drama
Lage Raho Munnabhai	2006	Comedy
Poolhall Junkies	2003	Drama
The Ballad of Jack and Rose	2005	Drama
Teen Wolf Too	1987	Comedy|Fantasy
Eulogy	2004	Comedy
Hamlet	1996	Drama|Period
Hamlet	2000	Drama
Turbulence	1997	Thriller
Bait	2000	Action
The First Great Train Robbery	1979	Action
Switchback	1997	Action
Raising Cain	1992	Thriller
8 Heads in a Duffel Bag	1997	Comedy|Crime
L.I.E.	2001	Drama
Soul Survivors	2001	Horror
Racing Stripes	2005	Comedy|Children
Smoke Signals	1998	Comedy
Paint Your Wagon	1969	Musical|Period
Breakfast of Champions	1999	Comedy
Cadillac Records	2008	Drama|Biography
Copying Beethoven	2006	Drama|Biography
The Honeymooners	2005	Comedy
Dance Flick	2009	Comedy
Fame	2009	Musical
Nicholas Nickleby	2002	Drama|Period
Yentl	1983	Musical
Dragonslayer	1981	Action|Fantasy
Alatriste	2007	Adventure|Period
Strangers with Candy	2006	Comedy
Here on Earth	2000	Drama
Warlock	1991	Horror|Sci-Fi
My Favorite Martian	1999	Comedy|Sci-Fi
Mommie Dearest	1981	Drama|Biography
Facing the Giants	2006	Drama
The Wiz	1978	Musical
Crossroads	2002	Drama
Simon	2006	Comedy
Like Mike	2002	Comedy|Children
The Rugrats Movie	1998	Adventure|Children
Barbershop 2: Back in Business	2004	Comedy
Twilight	1998	Drama
Twilight	2008	Drama|Fantasy
Eye for an Eye	1996	Drama
The Indian in the Cupboard	1995	Adventure|Children
Home Fries	1998	Comedy|Crime
Fat Albert	2004	Comedy
Felicia's Journey	1999	Drama
The Mask of Zorro	1998	Adventure|Period
Sleepover	2004	Comedy
Home on the Range	2004	Comedy|Children
Blood and Wine	1997	Thriller
The Express	2008	Drama|Biography
Woman on Top	2000	Comedy|Romance
Osama	2004	Drama
The Lucky Ones	2008	Drama
The Nativity Story	2006	Drama|Biography
Air Bud	1997	Comedy|Children
The Forsaken	2001	Horror
Happily N'Ever After	2007	Comedy|Children
Return of the Living Dead Part II	1988	Horror|Fantasy
Dudley Do-Right	1999	Comedy|Children
Beyond the Valley of the Dolls	1970	Comedy
Jesus' Son	2000	Drama
Snow Day	2000	Comedy
Lonesome Jim	2006	Comedy
Letters to Juliet	2010	Drama
Set It Off	1996	Drama
Donkey Punch	2009	Thriller
Leaves of Grass	2010	Comedy|Crime
Eve's Bayou	1997	Drama|Period
The House of Mirth	2000	Drama|Period
Baby Boy	2001	Drama
Rebound	2005	Comedy
Legal Eagles	1986	Comedy
The Newton Boys	1998	Drama|Biography
The Singing Detective	2003	Comedy
Screwed	2000	Comedy
Brainstorm	1983	Thriller|Sci-Fi
Steel	1997	Action|Superhero
Real Women Have Curves	2002	Comedy
The Hotel New Hampshire	1984	Drama
Albino Alligator	1997	Drama
All About the Benjamins	2002	Comedy
The Brothers McMullen	1995	Drama
Winter Passing	2006	Drama
Connie & Carla	2004	Comedy
Married Life	2008	Drama|Period
The Borrowers	1998	Comedy|Fantasy
The Good Night	2007	Comedy|Romance
Space Chimps	2008	Adventure|Children
Othello	1995	Drama|Period
42nd Street	1933	Musical
Prom Night	2008	Horror
Venom	2005	Horror
Fled	1996	Action
Mo' Better Blues	1990	Drama
Whatever it Takes	2000	Comedy|Romance
Flammen og Citronen	2009	Thriller|Period
Speed	1994	Action
The Pallbearer	1996	Comedy|Romance
Veer-Zaara	2004	Drama
Unaccompanied Minors	2006	Comedy
Kabhi Alvida Naa Kehna	2006	Drama
Love Lisa	2002	Drama
A Walk on the Moon	1999	Drama|Period
The Children of Huang Shi	2008	Drama|Biography
1776	1972	Drama|Period
No End In Sight	2007	Documentary
The Funeral	1996	Drama|Period
Beyond the Mat	1999	Documentary
Agent Cody Banks 2: Destination London	2004	Comedy|Children
Ulee's Gold	1997	Drama
Restoration	1995	Drama|Period
Deuces Wild	2002	Drama|Period
Crazy in Alabama	1999	Drama
Lovely and Amazing	2002	Drama
Jindabyne	2007	Drama
The Front Page	1974	Comedy
Action Jackson	1988	Action
Limbo	1999	Drama
Tarnation	2004	Documentary
Kicking and Screaming	2005	Comedy
Savage Grace	2008	Drama|Biography
The Omega Code	1999	Action|Fantasy
Tadpole	2002	Comedy
Sukkar banat	2008	Comedy|Romance
The Long Riders	1980	Action|Period
Oscar and Lucinda	1997	Drama|Period
Phantasm II	1988	Horror|Fantasy
Northfork	2003	Drama|Period
Extraordinary Measures	2010	Drama|Biography
The Broken Hearts Club: A Romantic Comedy	2000	Comedy
Two Girls and a Guy	1998	Drama
Because of Winn-Dixie	2005	Comedy
Raising Victor Vargas	2003	Drama
Fong juk	2007	Action|Period
Poetic Justice	1993	Drama
The Claim	2000	Western|Period
See Spot Run	2001	Comedy|Children
10th & Wolf	2006	Drama|Biography
The Company	2003	Drama
Goodbye Bafana	2007	Drama|Biography
Borat	2006	Comedy
Gun Shy	2000	Comedy
The Ice Pirates	1984	Comedy|Sci-Fi
Against the Ropes	2004	Drama|Biography
The Wendell Baker Story	2007	Comedy
Bones	2001	Horror
Saint Ralph	2005	Comedy|Period
McHale's Navy	1997	Comedy
The Last Station	2010	Drama|Biography
Last Orders	2002	Drama
Furry Vengeance	2010	Comedy|Children
Chuck&Buck	2000	Drama
Marci X	2003	Comedy
Man of the House	2005	Comedy
Troop Beverly Hills	1989	Comedy
Dark Angel	1990	Action|Sci-Fi
Without Limits	1998	Drama|Biography
Meet the Browns	2008	Comedy
This Christmas	2007	Drama
Girl 6	1996	Comedy
The Grand	2008	Comedy
Derailed	2005	Action
House of 1,000 Corpses	2003	Horror
Cheri	2009	Drama|Period
The Greatest Story Ever Told	1965	Drama
Johnson Family Vacation	2004	Comedy
Inside Deep Throat	2005	Documentary
The Original Kings of Comedy	2000	Documentary|Musical
Underclassman	2005	Thriller
Amelia	2009	Drama|Biography
The Powerpuff Girls	2002	Adventure|Action|Superhero
Love Stinks	1999	Comedy
The Wood	1999	Comedy
Pinocchio	2002	Adventure|Fantasy
The Real Cancun	2003	Documentary
Extreme Ops	2002	Action
Farce of the Penguins	2007	Comedy
Roll Bounce	2005	Comedy
Chairman of the Board	1998	Comedy
Crooklyn	1994	Comedy|Period
The Ballad of Cable Hogue	1970	Western|Period
3 Ninjas Kick Back	1994	Action
The Man From Snowy River	1982	Drama|Period
The Adventures of Huck Finn	1993	Adventure|Period
The Wash	2001	Comedy
The Kids Are All Right	2010	Comedy
Imagine That	2009	Comedy
Psycho Beach Party	2000	Comedy
Le hussard sur le toit	1996	Drama|Period
How Stella Got Her Groove Back	1998	Drama
Hostage	2005	Action
Juwanna Man	2002	Comedy
Idlewild	2006	Musical|Period
Quest for Camelot	1998	Adventure|Children
Living Out Loud	1998	Drama
Catch That Kid	2004	Adventure
Eat Pray Love	2010	Drama
Good Dick	2008	Drama
Trekkies	1999	Documentary
Doctor Dolittle 2	2001	Comedy|Children
One Night with the King	2006	Drama|Period
Dinner Rush	2001	Drama
Mrs. Winterbourne	1996	Comedy|Romance
The Tigger Movie	2000	Adventure|Children
In the Shadow of the Moon	2007	Documentary
Whipped	2000	Comedy
Duma	2005	Adventure
Harriet the Spy	1996	Adventure|Children
My Date With Drew	2005	Documentary
Class of 1984	1982	Drama
Lone Wolf McQuade	1983	Action
Town & Country	2001	Comedy|Romance
End of the Spear	2006	Drama|Period
City of Ghosts	2003	Drama
The White Countess	2005	Drama|Period
Flicka	2006	Drama
Hoot	2006	Comedy
Thr3e	2007	Thriller
Twin Falls Idaho	1999	Drama
C.H.U.D.	1984	Horror|Fantasy
The Dark Hours	2005	Horror
Brooklyn Rules	2007	Drama|Period
Sunshine State	2002	Drama
The Clan of the Cave Bear	1986	Adventure|Period
Masked and Anonymous	2003	Drama
Harvard Man	2002	Drama
Brown Sugar	2002	Comedy|Romance
Bogus	1996	Comedy|Fantasy
The Jungle Book 2	2003	Adventure|Period
F.I.S.T	1978	Drama|Biography
Krrish	2006	Action|Sci-Fi
The Statement	2003	Thriller
Gloria	1999	Drama
The In Crowd	2000	Thriller
The Last Shot	2004	Comedy|Biography
Doogal	2005	Adventure|Children
Get on the Bus	1996	Drama|Period
School Daze	1988	Drama
Texas Rangers	2001	Western|Period
Breakin' All the Rules	2004	Comedy|Romance
Soul Food	1997	Comedy
On the Line	2001	Comedy|Romance
The Big Parade	1925	Drama
She's Gotta Have It	1986	Comedy
Flight of the Intruder	1991	Action|Period
Major Dundee	1965	Western|Period
Prefontaine	1997	Drama|Biography
Pokemon 3: The Movie	2001	Adventure|Children
Quinceanera	2006	Drama
Mad Hot Ballroom	2005	Documentary
Men with Brooms	2002	Comedy
In Too Deep	1999	Drama
The Battle of Shaker Heights	2003	Comedy
The Blood of Heroes	1990	Action
Supercross	2005	Action
Love and Death on Long Island	1998	Drama
American Ninja 2: The Confrontation	1987	Action
Max Keeble's Big Move	2001	Comedy|Children
Groove	2000	Comedy
The Love Letter	1999	Comedy|Romance
Shadow Conspiracy	1997	Thriller
Me and Orson Welles	2009	Drama|Period
Kansas City	1996	Drama|Period
Kiss of Death	1995	Drama
Two Can Play That Game	2001	Comedy|Romance
Nanny McPhee and the Big Bang	2010	Adventure|Children
Slow Burn	2007	Thriller
Jonah Hex	2010	Action|Period
I Dreamed of Africa	2000	Drama
Unforgettable	1996	Thriller|Sci-Fi
Light It Up	1999	Drama
King's Ransom	2005	Comedy
Beautiful	2000	Drama
Obitaemyy ostrov	2009	Action|Sci-Fi
Wordplay	2006	Documentary
Lady in White	1988	Horror|Fantasy
Urbania	2000	Drama
Timber Falls	2007	Horror
The Little Vampire	2000	Comedy|Children
Riding Giants	2004	Documentary
Shall We Dance?	2004	Comedy|Romance
November	2005	Drama
Das Boot	1982	Drama|Period
Recess: School's Out	2001	Comedy|Children
An Alan Smithee Film: Burn Hollywood Burn	1998	Comedy
Tumbleweeds	1999	Drama|Biography
Can't Stop the Music	1980	Musical
Modern Problems	1981	Comedy
Firestorm	1998	Action
Moulin Rouge	2001	Musical|Period
55 Days at Peking	1963	Drama
U2 3D	2008	Documentary|Musical
Gracie	2007	Drama|Biography
The Players Club	1998	Drama
Rize	2005	Documentary
The Country Bears	2002	Adventure|Children
The Best Man	1999	Comedy|Romance
The Broadway Melody	1929	Musical
My Baby's Daddy	2004	Comedy
Songcatcher	2001	Drama|Period
Undiscovered	2005	Comedy|Romance
Good Boy!	2003	Comedy|Children
Solitary Man	2010	Drama
Invaders from Mars	1986	Horror|Sci-Fi
Good	2008	Drama|Period
The Bridge of San Luis Rey	2005	Drama
Q	1982	Horror|Fantasy
Warlock: The Armageddon	1993	Horror|Sci-Fi
Ride With the Devil	1999	Western|Period
Tales from the Hood	1995	Horror
Dayereh	2001	Drama
A Low Down Dirty Shame	1994	Action
Rugrats Go Wild	2003	Adventure|Children
The Dress	1998	Drama
Held Up	2000	Comedy
September Dawn	2007	Western|Period
The Four Seasons	1981	Comedy
Benji	1974	Adventure
And When Did You Last See Your Father?	2008	Drama|Biography
The Incredibly True Adventure of Two Girls in Love	1995	Drama
Fun With Dick And Jane	2005	Comedy
Deterrence	2000	Thriller
Walking and Talking	1996	Comedy|Romance
Madadayo	1998	Drama|Biography
The Adventures of Pinocchio	1996	Adventure|Fantasy
Digimon: The Movie	2000	Adventure|Children
Silmido	2004	Action
Freeze Frame	2004	Thriller
Jonah: A VeggieTales Movie	2002	Adventure|Children
Winter's Bone	2010	Drama
New York, New York	1977	Musical
The Other Side of Heaven	2001	Drama|Biography
Witchboard	1987	Horror|Fantasy
Cats Don't Dance	1997	Musical|Fantasy
The Cookout	2004	Comedy
Fly Me To the Moon	2008	Adventure|Children
Standard Operating Procedure	2008	Documentary
Hey Arnold! The Movie	2002	Adventure|Children
Sugar Hill	1994	Drama
Thomas and the Magic Railroad	2000	Adventure|Fantasy
The Big Tease	2000	Comedy
Pooh's Heffalump Movie	2005	Adventure|Children
Sheena	1984	Adventure
House Party 2	1991	Comedy
All the Queen's Men	2002	Comedy
Johnny Suede	1990	Drama
The Mudge Boy	2004	Drama|Period
A Simple Wish	1997	Comedy|Fantasy
Casa de Areia	2006	Drama|Period
Namastey London	2007	Comedy|Romance
Come Early Morning	2006	Drama
Tango	1999	Drama|Period
9	2009	Adventure|Fantasy
The Jerky Boys	1995	Comedy
Jefferson in Paris	1995	Drama|Biography
Spaced Invaders	1990	Comedy|Sci-Fi
Barney's Great Adventure	1998	Adventure|Children
Megaforce	1982	Action|Sci-Fi
The Game of Their Lives	2005	Drama
Oceans	2010	Documentary
Isn't She Great	2000	Comedy
20 Dates	1999	Comedy
24 7: Twenty Four Seven	1998	Comedy
The Swindle	1998	Comedy
Love and Other Catastrophes	1997	Comedy
`;
